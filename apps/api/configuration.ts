import { resolve } from 'node:path';
import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, validateSync, ValidateIf } from 'class-validator';
import { ConfigurationFault } from './configuration-fault.js';

/** In which of two worlds the service runs. */
export type Profile = 'demo' | 'production';

const URL_RULES = { require_tld: false, protocols: ['http', 'https'], require_protocol: true };
const production = (it: Configuration): boolean => it.profile === 'production';

/** What an operator sets, by environment variables that begin with `KHEO_`. */
export class Configuration {
  /** `demo`: anybody may sign in as anybody, data may be thrown away. `production`: an OIDC provider says who is who. */
  @IsIn(['demo', 'production'])
  readonly profile: Profile = 'demo';
  /** The folder of the log, the keys and the views. */
  @IsString()
  @Transform(({ value }: { value: string }) => resolve(value))
  readonly data: string = resolve('data');
  @IsString()
  readonly host: string = '127.0.0.1';
  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(65535)
  readonly port: number = 4000;
  @ValidateIf(production)
  @IsUrl(URL_RULES)
  readonly issuer?: string;
  @ValidateIf(production)
  @IsString()
  readonly audience?: string;
  /** The `sub` of the first administrator, who grants all other roles. */
  @ValidateIf(production)
  @IsString()
  readonly firstAdmin?: string;
  /** Whether the system acts by itself here: reminders, what is overdue, steps whose time has come. */
  @IsIn(['on', 'off'])
  readonly processes: 'on' | 'off' = 'on';
  /** Demo only: an instant to start a clock that moves by command, for runs that can be repeated to the byte. */
  @IsOptional()
  @IsString()
  readonly simulatedFrom?: string;
  /** Demo only: the seed that keys and nonces follow from in such a run. */
  @IsOptional()
  @IsString()
  readonly simulationSeed?: string;
}

const VARIABLES: Readonly<Record<keyof Configuration, string>> = {
  profile: 'KHEO_PROFILE',
  data: 'KHEO_DATA',
  host: 'KHEO_HOST',
  port: 'KHEO_PORT',
  issuer: 'KHEO_OIDC_ISSUER',
  audience: 'KHEO_OIDC_AUDIENCE',
  firstAdmin: 'KHEO_FIRST_ADMIN',
  processes: 'KHEO_PROCESSES',
  simulatedFrom: 'KHEO_SIMULATED_FROM',
  simulationSeed: 'KHEO_SIMULATION_SEED',
};

const MISTAKES: Readonly<Record<keyof Configuration, string>> = {
  profile: 'phải là demo hoặc production (must be demo or production)',
  data: 'phải là một đường dẫn thư mục (must be a folder)',
  host: 'phải là một địa chỉ (must be an address)',
  port: 'phải là số nguyên từ 0 đến 65535 (must be a whole number from 0 to 65535)',
  issuer: 'phải là địa chỉ URL của nhà cung cấp OIDC (must be the URL of the OIDC provider)',
  audience: 'phải có: tên đối tượng nhận trong thẻ (the audience of tokens is required)',
  firstAdmin:
    'phải có: mã người quản trị đầu tiên, trường sub trong thẻ (the sub of the first administrator is required)',
  processes: 'phải là on hoặc off (must be on or off)',
  simulatedFrom:
    'chỉ dùng trong hồ sơ demo, cùng KHEO_SIMULATION_SEED, là thời điểm RFC 3339 (demo profile only, an RFC 3339 instant, with KHEO_SIMULATION_SEED)',
  simulationSeed: 'chỉ dùng trong hồ sơ demo, cùng KHEO_SIMULATED_FROM (demo profile only, with KHEO_SIMULATED_FROM)',
};

/**
 * Reads and checks the configuration.
 * @throws ConfigurationFault naming every variable that is wrong, and what it must be
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.entries(VARIABLES).flatMap(([key, variable]) =>
    environment[variable] ? [[key, environment[variable]]] : [],
  );
  const configuration = plainToInstance(Configuration, Object.fromEntries(given), { exposeDefaultValues: true });
  const wrong = new Set([
    ...validateSync(configuration).map((error) => error.property as keyof Configuration),
    ...simulationMistakes(configuration),
  ]);
  if (wrong.size === 0) return configuration;
  throw new ConfigurationFault([...wrong].map((key) => `${VARIABLES[key]} ${MISTAKES[key]}`).join('; '));
}

function simulationMistakes({
  profile,
  simulatedFrom,
  simulationSeed,
}: Configuration): readonly (keyof Configuration)[] {
  if (simulatedFrom === undefined && simulationSeed === undefined) return [];
  if (profile !== 'demo')
    return ['simulatedFrom', 'simulationSeed'].filter((it) =>
      it === 'simulatedFrom' ? simulatedFrom : simulationSeed,
    ) as (keyof Configuration)[];
  const bad: (keyof Configuration)[] = [];
  if (simulatedFrom === undefined || Number.isNaN(Date.parse(simulatedFrom))) bad.push('simulatedFrom');
  if (simulationSeed === undefined) bad.push('simulationSeed');
  return bad;
}

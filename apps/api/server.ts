import { join } from 'node:path';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PERSONAS, type Persona } from '#seed';
import { systemClock, systemRandomness } from '#runtime';
import { ROLES } from '#identity';
import { AppModule } from './app.module.js';
import { ConfigurationFault } from './configuration-fault.js';
import type { Configuration } from './configuration.js';
import { createDemoIssuer, type DemoIssuer, type DemoPersona } from './demo-issuer/demo-issuer.js';
import { Gate, providerRules, type GateRules } from './http/gate.js';
import { wordEdgeErrors } from './http/edge-errors.js';
import { demoRoutes, healthRoutes, ideRoute } from './http/routes.js';
import { DEMO_ISSUER } from './log-expectation.js';
import type { Service } from './service.js';

/** The demonstration's own issuer names itself so; it is reachable nowhere else. */
const DEMO_AUDIENCE = 'kheo';
const LARGEST_BODY = 1_000_000;

/** A service that listens. */
export interface Server {
  readonly url: string;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

const demoPersona = ({ sub, label, role, unitKey }: Persona): DemoPersona => ({
  sub,
  label,
  roleSummary: ROLES[role],
  unitKey,
});

async function demoIssuer({ profile, data }: Configuration): Promise<DemoIssuer> {
  return createDemoIssuer({
    profile,
    issuer: DEMO_ISSUER,
    audience: DEMO_AUDIENCE,
    personas: PERSONAS.map(demoPersona),
    folder: join(data),
    random: systemRandomness,
    clock: systemClock,
  });
}

function rulesFor({ issuer, audience }: Configuration): GateRules {
  if (!issuer || !audience) throw new ConfigurationFault('KHEO_OIDC_ISSUER, KHEO_OIDC_AUDIENCE');
  return providerRules(issuer, audience);
}

/**
 * Starts to listen.
 * @throws Error with the code EADDRINUSE when the port is taken
 */
export async function startServer(service: Service): Promise<Server> {
  const { configuration } = service;
  const demo = configuration.profile === 'demo' ? await demoIssuer(configuration) : undefined;
  const gate = new Gate(demo ?? rulesFor(configuration), service);
  const adapter = new FastifyAdapter({ bodyLimit: LARGEST_BODY, trustProxy: false });
  const logger = new ConsoleLogger({ logLevels: ['error', 'warn'], json: configuration.profile === 'production' });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(service, gate), adapter, {
    logger,
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  wordEdgeErrors(fastify, service.random);
  healthRoutes(fastify, service);
  if (demo) demoRoutes(fastify, service, demo);
  else ideRoute(fastify);
  await app.init();
  // Nest's own `listen` would log a taken port once more, with its stack.
  const url = (await fastify.listen({ port: configuration.port, host: configuration.host }))
    .replace('[::1]', 'localhost')
    .replace('127.0.0.1', 'localhost');
  return { url, app, close: () => app.close() };
}

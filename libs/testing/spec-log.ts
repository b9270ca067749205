import { FORMAT, type LogIdentity, type PersonRegister } from '#kernel';

/** The log of specifications that are not about what a log says of itself. */
export const SPEC_LOG: LogIdentity = {
  logId: '00000000-0000-4000-8000-000000000001',
  format: FORMAT,
  profile: 'spec',
  issuer: 'https://id.example.vn',
  timeZone: 'Asia/Ho_Chi_Minh',
};

/** A register in which nobody stands: for specifications that name no person by identity. */
export const nobody: PersonRegister = { find: () => Promise.resolve(new Map()) };

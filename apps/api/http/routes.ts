import type { FastifyInstance } from 'fastify';
import type { DemoIssuer } from '../demo-issuer/demo-issuer.js';
import { startProcesses } from '../processes.js';
import type { Service } from '../service.js';
import { idePage } from '../ide/page.js';
import { signInPage, tokenOf } from './demo-pages.js';

const HTML = 'text/html; charset=utf-8';

/** Liveness and readiness: ready when the service has prepared itself and every projection is built and runs. */
export function healthRoutes(fastify: FastifyInstance, service: Service): void {
  fastify.get('/health/live', async () => ({ live: true }));
  fastify.get('/health/ready', async (_request, reply) => {
    const projections = service.views.status().map(({ name, position, failure, building }) => ({
      ...{ name, position, stopped: failure !== undefined },
      ...(building && { building: { events: building.done } }),
    }));
    const runs = projections.every(({ stopped, building }) => !stopped && !building);
    const ready = runs && service.prepared();
    const processes = service.processes.status().map(({ process, position, failure, refused }) => ({
      ...{ process, position, resting: failure !== undefined, refused: refused.length },
    }));
    return reply.code(ready ? 200 : 503).send({ ready, projections, processes });
  });
}

/** The GraphQL IDE without anybody signed in. */
export function ideRoute(fastify: FastifyInstance): void {
  fastify.get('/', async (_request, reply) => reply.redirect('/ide'));
  fastify.get('/ide', async (_request, reply) => reply.type(HTML).send(await idePage(undefined)));
}

/** Signing in as anybody, and moving a simulated clock. Never registered outside the demo profile. */
export function demoRoutes(fastify: FastifyInstance, service: Service, issuer: DemoIssuer): void {
  type As = { Querystring: { as?: string } };
  fastify.get('/', async (_request, reply) => reply.redirect('/sign-in'));
  fastify.get('/sign-in', async (_request, reply) => reply.type(HTML).send(signInPage(issuer)));
  fastify.get<As>('/ide', async ({ query }, reply) =>
    reply.type(HTML).send(await idePage(await tokenOf(issuer, query.as))),
  );
  fastify.get('/demo/jwks', async () => issuer.jwks);
  fastify.get<As>('/demo/token', async ({ query }, reply) => {
    const token = await tokenOf(issuer, query.as);
    return token === undefined
      ? reply.code(404).send({ code: 'DEMO_PERSONA_UNKNOWN' })
      : reply.send({ accessToken: token, tokenType: 'Bearer' });
  });
  fastify.get('/demo/personas', async () => issuer.personas);
  if (service.simulated) clockRoutes(fastify, service.simulated, service);
}

function clockRoutes(fastify: FastifyInstance, clock: NonNullable<Service['simulated']>, service: Service): void {
  fastify.get('/demo/clock', async () => ({ now: clock.now() }));
  fastify.post<{ Body: { to?: string } }>('/demo/clock', async ({ body }, reply) => {
    try {
      clock.moveTo(body.to ?? '');
    } catch {
      return reply.code(400).send({ code: 'CLOCK_CANNOT_GO_BACK', now: clock.now() });
    }
    await startProcesses(service);
    return reply.send({ now: clock.now() });
  });
}

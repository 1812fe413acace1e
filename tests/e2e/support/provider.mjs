/** A real OpenID Connect provider (npm package oidc-provider) that lets in whom the test names, without asking. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const people = new Map();

/** Serves a provider for one client; `who(person)` says who sits before it: `{ sub, email, email_verified }`. */
export async function provide({ redirect, secret }) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${server.address().port}`;
  let person = null;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'hoshizu', client_secret: secret, redirect_uris: [redirect] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => people.get(id) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['of the test'] },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url.startsWith('/interaction/')) return answer(request, response);
    return finish(provider, person, request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  return {
    issuer,
    who: (next) => {
      person = next;
      people.set(next.sub, next);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function finish(provider, person, request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    return provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

// An identity provider for journeys: a real one (oidc-provider, certified for OpenID Connect), with
// people of our own and a sign-in page of our own that asks for a name and nothing else.

import { createServer } from 'node:http'

import { Provider } from 'oidc-provider'

// `amr` says how they proved who they are.
const kPeople = {
  head: { email: 'head@demo.example', email_verified: true, amr: ['pwd', 'mfa'] },
  analyst: { email: 'analyst@demo.example', email_verified: true, amr: ['pwd'] },
  unverified: { email: 'dpo@demo.example', email_verified: false, amr: ['pwd', 'mfa'] },
  stranger: { email: 'stranger@demo.example', email_verified: true, amr: ['pwd', 'mfa'] },
  elsewhere: { email: 'partner.housing@demo.example', email_verified: true, amr: ['pwd', 'mfa'] },
}

function configuration(client) {
  return {
    clients: [client],
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...kPeople[id] }),
    }),
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    // Waymark asks for nothing with an access token, so who somebody is stands in the ID token.
    conformIdTokenClaims: false,
    interactions: { url: (_, { uid }) => `/who/${uid}` },
    features: { devInteractions: { enabled: false } },
    // Nobody is asked whether they agree: the agency did.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
    cookies: { keys: ['only for journeys'] },
    ttl: { Grant: 600, Interaction: 600, Session: 600, IdToken: 300, AccessToken: 60 },
  }
}

const kPage = `<!doctype html><html lang="en"><title>Agency sign-in</title>
<link rel="icon" href="data:,">
<form method="post"><label>Who are you? <input name="who"></label><button>Carry on</button></form>`

async function read_form(request) {
  let text = ''
  for await (const piece of request) text += piece
  return new URLSearchParams(text)
}

// Answers at a port of its own; `stop` ends it.
export async function start_provider({ client_id, client_secret, return_to }) {
  let handle
  const server = createServer((request, response) => handle(request, response))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${server.address().port}`
  const provider = new Provider(
    issuer,
    configuration({
      client_id,
      client_secret,
      redirect_uris: [return_to],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    }),
  )
  const callback = provider.callback()
  handle = (request, response) => {
    if (!request.url.startsWith('/who/')) return callback(request, response)
    if (request.method === 'GET') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      return response.end(kPage)
    }
    return read_form(request).then((form) => {
      const accountId = form.get('who')
      const { amr } = kPeople[accountId]
      return provider.interactionFinished(request, response, { login: { accountId, amr } })
    })
  }
  return {
    issuer,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

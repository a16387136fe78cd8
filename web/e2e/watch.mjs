// Watches what a page does behind the scenes: every API answer is held against the description,
// and whatever the browser complains about is a failure of the step it happened in.

export class Watch {
  // `done` takes in each request with a body that was carried out.
  constructor(judge, base_url, done = []) {
    this.judge_ = judge
    this.done_ = done
    this.origin_ = new URL(base_url).origin
    this.let_be_ = new Set()
    this.problems_ = []
    this.pending_ = new Set()
  }

  // For a journey with a server of its own, from which pages may go to some other place.
  move_to(base_url, ...elsewhere) {
    this.origin_ = new URL(base_url).origin
    this.let_be_ = new Set(elsewhere.map((one) => new URL(one).origin))
  }

  follow(page) {
    page.on('pageerror', (error) => this.problems_.push(`Error in the page: ${error.message}`))
    page.on('console', (message) => this.hear_(message))
    page.on('response', (response) => {
      const judged = this.hold_against_description_(response)
      this.pending_.add(judged)
      void judged.finally(() => this.pending_.delete(judged))
    })
    page.on('request', (request) => {
      const url = new URL(request.url())
      const is_ours = url.origin === this.origin_ || this.let_be_.has(url.origin)
      if (url.protocol.startsWith('http') && !is_ours) {
        this.problems_.push(`The page asked another place: ${url.origin}`)
      }
    })
  }

  hear_(message) {
    if (message.type() !== 'error') return
    const text = message.text()
    // A refused request is judged as an answer; the browser's own line about it adds nothing.
    if (/^Failed to load resource: the server responded with a status of 4\d\d/.test(text)) return
    this.problems_.push(`Error in the console: ${text.slice(0, 300)}`)
  }

  async hold_against_description_(response) {
    const url = new URL(response.url())
    if (url.origin !== this.origin_) return
    if (!url.pathname.startsWith('/api/v1/')) {
      if (response.status() >= 400) {
        this.problems_.push(`${url.pathname} answered ${response.status()}`)
      }
      return
    }
    const request = response.request()
    if (response.ok() && request.postData()) {
      this.done_.push({ method: request.method(), path: url.pathname, body: request.postData() })
    }
    try {
      const body = response.status() === 204 ? '' : await response.text()
      this.problems_.push(
        ...this.judge_({
          method: request.method(),
          pathname: url.pathname,
          status: response.status(),
          content_type: response.headers()['content-type'] ?? '',
          body,
        }),
      )
    } catch (trouble) {
      // The page moved on before its body was here. That is the one answer nobody can judge.
      if (!/No resource|No data found|Target .*closed|has been closed/.test(String(trouble))) {
        this.problems_.push(`${request.method()} ${url.pathname}: ${String(trouble)}`)
      }
    }
  }

  async take_problems() {
    await Promise.all(this.pending_)
    return this.problems_.splice(0)
  }
}

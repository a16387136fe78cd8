// A form that does not lose what was typed, and is not sent twice.

import { useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react'

import { FormContext, type Answers, type Draft } from './form-context'

// `saved` tells the form that the server has it: the draft goes and the form is empty again.
export type Outcome = 'saved' | void

type Props = {
  onSubmit: (answers: FormData) => Outcome | Promise<Outcome>
  busy?: boolean
  draft?: Draft
  id?: string
  className?: string
  children: ReactNode
}

// Sent on `window` before the app moves to another page; a form with something to lose may cancel.
export const kLeaving = 'waymark:leaving'

const kLeaveQuestion = 'You have not saved what you typed. Leave this page and lose it?'

// Everything typed that is right to keep in the browser: never a password, never a file.
function keepable_answers(form: HTMLFormElement): Answers {
  const kept: Answers = {}
  for (const [name, value] of new FormData(form)) {
    const control = form.elements.namedItem(name)
    const secret = control instanceof HTMLInputElement && control.autocomplete.includes('password')
    if (typeof value === 'string' && !secret) (kept[name] ??= []).push(value)
  }
  return kept
}

function same(a: Answers, b: Answers): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function useLeaveProtection(is_dirty: () => boolean, kept_on_leaving: boolean) {
  useEffect(() => {
    const before_unload = (event: BeforeUnloadEvent) => {
      if (is_dirty()) event.preventDefault()
    }
    const leaving = (event: Event) => {
      if (kept_on_leaving || !is_dirty()) return
      if (!window.confirm(kLeaveQuestion)) event.preventDefault()
    }
    window.addEventListener('beforeunload', before_unload)
    window.addEventListener(kLeaving, leaving)
    return () => {
      window.removeEventListener('beforeunload', before_unload)
      window.removeEventListener(kLeaving, leaving)
    }
  }, [is_dirty, kept_on_leaving])
}

export function Form(props: Props) {
  const { draft } = props
  // A new key gives every field a fresh start, which is what emptying a form means in React.
  const [round, set_round] = useState(0)
  const [kept, set_kept] = useState<Answers | null>(() => draft?.load() ?? null)

  function start_again() {
    draft?.clear()
    set_kept(null)
    set_round((n) => n + 1)
  }

  return (
    <>
      {kept && <KeptNotice onStartAgain={start_again} />}
      <OneForm key={round} {...props} kept={kept} onSaved={start_again} />
    </>
  )
}

function KeptNotice({ onStartAgain }: { onStartAgain: () => void }) {
  return (
    <div className="govuk-inset-text" role="status">
      <p className="govuk-body">What you typed earlier has been kept. It has not been saved yet.</p>
      <button type="button" className="app-link-button govuk-link" onClick={onStartAgain}>
        Clear it and start again
      </button>
    </div>
  )
}

type OneFormProps = Props & { kept: Answers | null; onSaved: () => void }

function OneForm({ onSubmit, busy, draft, id, className, children, kept, onSaved }: OneFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const untouched = useRef<Answers | null>(null)
  const sending = useRef(false)

  useEffect(() => {
    if (form.current && !kept) untouched.current = keepable_answers(form.current)
  }, [kept])

  const functions = useMemo(() => {
    const is_dirty = () =>
      !sending.current &&
      form.current !== null &&
      !same(keepable_answers(form.current), untouched.current ?? {})
    const changed = () => {
      if (form.current) draft?.save(keepable_answers(form.current))
    }
    return { is_dirty, changed }
  }, [draft])
  const context = useMemo(() => ({ kept, changed: functions.changed }), [kept, functions])
  useLeaveProtection(functions.is_dirty, draft !== undefined)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy || sending.current) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const answers = new FormData(event.currentTarget, submitter)
    sending.current = true
    try {
      if ((await onSubmit(answers)) === 'saved') onSaved()
    } finally {
      sending.current = false
    }
  }

  return (
    <FormContext value={context}>
      <form
        ref={form}
        id={id}
        className={className}
        noValidate
        onSubmit={(event) => void send(event)}
        onChange={functions.changed}
      >
        {children}
      </form>
    </FormContext>
  )
}

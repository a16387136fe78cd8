// Saves a draft while it is being written: a little after each change, and on leaving.
//
// What is not yet on the server is kept in this browser tab as well, so that neither a lost
// connection nor an ended session nor a reload takes it away. Nothing is saved over what another
// window saved unless the person says so.

import { useCallback, useEffect, useMemo, useState } from 'react'

import { kLeaving, type Draft } from '@/govuk'
import { put, type Refusal } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { etag_of } from '@/lib/use-saving'

import { read_form, type ReferralForm } from './referral-form'

export const kPauseMs = 2_000
const kTryAgainMs = 10_000

export type SaveState =
  | { kind: 'saved'; at: string | null } // null: nothing has been typed since it was opened
  | { kind: 'typing' }
  | { kind: 'saving' }
  | { kind: 'failed'; refusal: Refusal }

export type Autosave = {
  form: ReferralForm
  edit: (patch: ReferralForm) => void
  state: SaveState
  save: () => Promise<boolean> // now; true when the server has all of it
  save_over: (refusal: Refusal) => Promise<boolean>
  forget: () => void // it was sent or thrown away: nothing more is to be saved
  etag: () => string
}

function kept_form(local: Draft): ReferralForm | null {
  const text = local.load()?.form?.[0]
  if (text === undefined) return null
  try {
    return read_form(JSON.parse(text))
  } catch {
    return null
  }
}

function retriable({ status }: Refusal): boolean {
  return status === 0 || status >= 500
}

class Saver {
  form: ReferralForm
  dirty: boolean
  private etag_: string
  private saving_: Promise<boolean> | null = null
  private timer_: ReturnType<typeof setTimeout> | undefined
  private over_ = false

  constructor(
    private readonly id_: string,
    private readonly local_: Draft,
    first: { form: ReferralForm; etag: string },
    private readonly tell_: (state: SaveState) => void,
  ) {
    const kept = kept_form(local_)
    this.form = kept ?? first.form
    this.dirty = kept !== null
    this.etag_ = first.etag
  }

  etag() {
    return this.etag_
  }

  edit(patch: ReferralForm) {
    this.form = { ...this.form, ...patch }
    this.dirty = true
    this.local_.save({ form: [JSON.stringify(this.form)] })
    this.tell_({ kind: 'typing' })
    this.later(kPauseMs)
  }

  later(pause_ms: number) {
    clearTimeout(this.timer_)
    this.timer_ = setTimeout(() => void this.save(), pause_ms)
  }

  async save(): Promise<boolean> {
    clearTimeout(this.timer_)
    while (this.saving_) await this.saving_
    if (!this.dirty || this.over_) return true
    this.saving_ = this.send_()
    const saved = await this.saving_
    this.saving_ = null
    return saved
  }

  private async send_(): Promise<boolean> {
    this.dirty = false
    this.tell_({ kind: 'saving' })
    const answer = await put('/referrals/{id}', {
      path: { id: this.id_ },
      body: { form: this.form as Record<string, never> },
      if_match: this.etag_,
    })
    if (answer.ok) {
      this.etag_ = etag_of(answer.data.revision)
      if (!this.dirty) this.local_.clear()
      this.tell_({ kind: 'saved', at: new Date().toISOString() })
      return true
    }
    this.dirty = true
    this.tell_({ kind: 'failed', refusal: answer.refusal })
    if (retriable(answer.refusal)) this.later(kTryAgainMs)
    return false
  }

  save_over(refusal: Refusal): Promise<boolean> {
    if (refusal.revision !== null) this.etag_ = etag_of(refusal.revision)
    else if (refusal.etag) this.etag_ = refusal.etag
    return this.save()
  }

  forget() {
    clearTimeout(this.timer_)
    this.over_ = true
    this.dirty = false
    this.local_.clear()
  }
}

export function useAutosave(id: string, first: { form: ReferralForm; etag: string }): Autosave {
  const local = useDraft(`referral.${id}`)
  const [state, set_state] = useState<SaveState>({ kind: 'saved', at: null })
  const [saver] = useState(() => new Saver(id, local, first, set_state))
  const [form, set_form] = useState(saver.form)
  const edit = useCallback(
    (patch: ReferralForm) => {
      saver.edit(patch)
      set_form(saver.form)
    },
    [saver],
  )

  useEffect(() => {
    if (saver.dirty) saver.later(0) // what was typed before a reload
    const hide = () => {
      if (document.visibilityState === 'hidden') void saver.save()
    }
    const leaving = () => void saver.save()
    const before_unload = (event: BeforeUnloadEvent) => {
      if (saver.dirty) event.preventDefault()
      void saver.save()
    }
    document.addEventListener('visibilitychange', hide)
    window.addEventListener(kLeaving, leaving)
    window.addEventListener('beforeunload', before_unload)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener(kLeaving, leaving)
      window.removeEventListener('beforeunload', before_unload)
      void saver.save()
    }
  }, [saver])

  return useMemo(
    () => ({
      form,
      edit,
      state,
      save: () => saver.save(),
      save_over: (refusal: Refusal) => saver.save_over(refusal),
      forget: () => saver.forget(),
      etag: () => saver.etag(),
    }),
    [form, edit, state, saver],
  )
}

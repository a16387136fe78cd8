// Something in the case was wrong: everybody who opened it is told.

import { Button, Form, Textarea, WarningText, type Outcome } from '@/govuk'
import { post } from '@/lib/api'
import { useSaving } from '@/lib/use-saving'

import { CaseFormPage, kFormId } from './case-frame'
import { words } from './case-words'
import type { SectionProps } from './types'
import { useDone } from './use-done'

export function Correct({ the_case, reload }: SectionProps) {
  const saving = useSaving(words)
  const done = useDone(the_case, reload)

  async function save(answers: FormData): Promise<Outcome> {
    const answer = await saving.send(() =>
      post('/cases/{id}/corrections', {
        path: { id: the_case.id },
        body: { what: String(answers.get('what') ?? '') },
      }),
    )
    if (!answer.ok) return
    done('sharing', 'corrected')
    return 'saved'
  }
  const title = 'Something in this case was wrong'
  return (
    <CaseFormPage the_case={the_case} title={title} back="sharing" saving={saving}>
      <WarningText>
        Everybody who has opened this case is told, also those who no longer see it. What you write
        stands in the chronology, for those who see the case.
      </WarningText>
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <Textarea
          name="what"
          label="What was wrong, and what is right?"
          max_length={2000}
          rows={4}
          error={saving.errors.by_field.what}
        />
        <Button busy={saving.busy}>Tell them</Button>
      </Form>
    </CaseFormPage>
  )
}

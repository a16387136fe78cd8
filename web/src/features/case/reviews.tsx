// Reviews of the whole case, and what was promised and given to victims.

import { Button, DateInput, Form, read_date, Textarea, Timeline, type Outcome } from '@/govuk'
import {
  AnswerFields,
  needed_at_review,
  read_answers,
  type AnswerValues,
} from '@/lib/answer-fields'
import { get, post } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { useDraft } from '@/lib/drafts'
import { PartLoaded } from '@/lib/part-loaded'
import { useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { useSaving } from '@/lib/use-saving'

import { changed_answers, useAnswers } from './answers-on-record'
import { AddButton, case_path, CaseFormPage, CasePart, kFormId, NotForYou } from './case-frame'
import { MeasureFields, read_measures, words_for_measures } from './measure-fields'
import type { Review, SectionProps } from './types'
import { UpdatesPart } from './updates'
import { useDone } from './use-done'

function ReviewList({ reviews }: { reviews: Review[] }) {
  if (reviews.length === 0) {
    return <p className="govuk-body">The case has not been reviewed yet.</p>
  }
  return (
    <Timeline
      heading_level={4}
      items={reviews.map((review) => ({
        key: review.id,
        title: 'Review',
        by: review.recorded_by_name,
        date: format_date(review.held_on),
        datetime: review.held_on,
        children: (
          <>
            <p className="govuk-body app-as-written">{review.summary}</p>
            {review.next_review_on && (
              <p className="govuk-body">{`Next review: ${format_date(review.next_review_on)}`}</p>
            )}
          </>
        ),
      }))}
    />
  )
}

export function Reviews({ the_case, programme }: SectionProps) {
  const { id } = the_case
  const loaded = useLoaded(`${case_path(the_case, 'reviews')} ${the_case.revision}`, (signal) =>
    get('/cases/{id}/reviews', { path: { id }, signal }),
  )
  return (
    <CasePart the_case={the_case} programme={programme} section="reviews">
      <h3 className="govuk-heading-s">Updates to victims</h3>
      <UpdatesPart the_case={the_case} programme={programme} />
      <h3 className="govuk-heading-s">Reviews</h3>
      <AddButton
        may={the_case.may_work && the_case.is_open}
        href={case_path(the_case, 'reviews/add')}
      >
        Record a review
      </AddButton>
      <PartLoaded of={loaded}>{({ reviews }) => <ReviewList reviews={reviews} />}</PartLoaded>
    </CasePart>
  )
}

// So many days from a plain date.
export function days_after(date: string, days: number): string {
  const moved = new Date(`${date}T12:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

const kTitle = 'Record a review'

export function ReviewForm(props: SectionProps) {
  const { the_case } = props
  if (!the_case.may_work || !the_case.is_open)
    return <NotForYou the_case={the_case} title={kTitle} />
  return <WithRecord {...props} />
}

function WithRecord(props: SectionProps) {
  const recorded = useAnswers(props.the_case)
  return (
    <WhenLoaded of={recorded}>
      {({ answers }) => <NewReview {...props} answers={answers} />}
    </WhenLoaded>
  )
}

type NewProps = SectionProps & { answers: AnswerValues }

function NewReview({ the_case, programme, reload, answers }: NewProps) {
  const saving = useSaving(words_for_measures(programme))
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-review.${the_case.id}`)
  const { today } = useSession().session

  async function save(given: FormData): Promise<Outcome> {
    const body = {
      held_on: read_date(given, 'held_on') ?? '',
      summary: String(given.get('summary') ?? ''),
      next_review_on: read_date(given, 'next_review_on') ?? '',
      measures: read_measures(given, programme),
      answers: changed_answers(read_answers(given, programme, needed_at_review), answers),
    }
    const answer = await saving.send(() =>
      post('/cases/{id}/reviews', { path: { id: the_case.id }, body }),
    )
    if (!answer.ok) return
    done('reviews', 'review_added')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <CaseFormPage the_case={the_case} title={kTitle} back="reviews" saving={saving}>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <DateInput
          name="held_on"
          legend="When was the review?"
          value={today}
          error={by_field.held_on}
        />
        <Textarea
          name="summary"
          label="What has changed, and what is next?"
          rows={8}
          max_length={8000}
          error={by_field.summary}
        />
        <DateInput
          name="next_review_on"
          legend="When is the next review?"
          hint={`At the latest ${programme.timings.review_every_days} days after this one`}
          value={days_after(today, programme.timings.review_every_days)}
          error={by_field.next_review_on}
        />
        <AnswerFields
          programme={programme}
          values={answers}
          by_field={by_field}
          only={needed_at_review}
        />
        <h2 className="govuk-heading-m">Measures</h2>
        <MeasureFields programme={programme} by_field={by_field} />
        <Button busy={saving.busy}>Record the review</Button>
      </Form>
    </CaseFormPage>
  )
}

// What the components do when somebody uses them.

import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import {
  Button,
  Checkboxes,
  Combobox,
  DateInput,
  ErrorSummary,
  FilterPanel,
  Form,
  Input,
  kLeaving,
  Page,
  PasswordInput,
  Radios,
  read_date,
  Table,
  Textarea,
  type Answers,
  type Draft,
} from '.'

function memory_draft(kept: Answers | null = null): Draft & { kept: () => Answers | null } {
  let answers = kept
  return {
    load: () => answers,
    save: (next) => (answers = next),
    clear: () => (answers = null),
    kept: () => answers,
  }
}

describe('Page', () => {
  it('says first in its title that there is an error', () => {
    const { rerender } = render(<Page title="Close this case">x</Page>)
    expect(document.title).toBe('Close this case - Waymark')
    rerender(
      <Page title="Close this case" hasErrors>
        x
      </Page>,
    )
    expect(document.title).toBe('Error: Close this case - Waymark')
  })
})

describe('ErrorSummary', () => {
  it('takes the focus, and again when it says something else', () => {
    const { rerender } = render(<ErrorSummary errors={[{ text: 'One', href: '#a' }]} />)
    expect(document.activeElement).toHaveProperty('className', 'govuk-error-summary')
    ;(document.activeElement as HTMLElement).blur()
    rerender(<ErrorSummary errors={[{ text: 'One', href: '#a' }]} />)
    expect(document.activeElement).toBe(document.body)
    rerender(<ErrorSummary errors={[{ text: 'Two', href: '#a' }]} />)
    expect(document.activeElement).toHaveProperty('className', 'govuk-error-summary')
  })

  it.each([
    ['a box', <Input key="1" name="a" label="A" />, 'a'],
    [
      'the first of radios',
      <Radios key="2" name="a" legend="A" options={[{ value: 'x', label: 'X' }]} />,
      'a',
    ],
    ['the day of a date', <DateInput key="3" name="a" legend="A" />, 'a-day'],
    ['a box with another id', <Input key="4" name="a" id="other" label="A" />, 'other'],
  ])('leads to %s', async (_, question, id) => {
    render(
      <>
        <ErrorSummary errors={[{ text: 'Enter it', href: '#a' }]} />
        {question}
      </>,
    )
    await userEvent.click(screen.getByRole('link', { name: 'Enter it' }))
    expect(document.activeElement?.id).toBe(id)
  })
})

describe('Form', () => {
  it('keeps what is typed, gives it back, and forgets it when it was saved', async () => {
    const draft = memory_draft()
    const form = (answer: 'saved' | undefined) => (
      <Form draft={draft} onSubmit={() => answer}>
        <Input name="summary" label="Summary" />
        <PasswordInput name="password" label="Password" />
        <Button>Save</Button>
      </Form>
    )
    const first = render(form(undefined))
    await userEvent.type(screen.getByLabelText('Summary'), 'Locks fitted')
    await userEvent.type(screen.getByLabelText('Password'), 'secret')
    expect(draft.kept()).toEqual({ summary: ['Locks fitted'] })
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByLabelText('Summary')).toHaveProperty('value', 'Locks fitted')
    first.unmount()

    render(form('saved'))
    expect(screen.getByLabelText('Summary')).toHaveProperty('value', 'Locks fitted')
    expect(screen.getByText(/has been kept/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(draft.kept()).toBeNull())
    expect(screen.getByLabelText('Summary')).toHaveProperty('value', '')
  })

  it('gives back choices, with the questions under them', () => {
    const draft = memory_draft({ how: ['phone'], days: ['mon', 'wed'], number: ['01723 000000'] })
    const number = <Input name="number" label="Number" />
    render(
      <Form draft={draft} onSubmit={() => undefined}>
        <Radios
          name="how"
          legend="How?"
          options={[
            { value: 'email', label: 'Email' },
            { value: 'phone', label: 'Phone', conditional: number },
          ]}
        />
        <Checkboxes
          name="days"
          legend="Days"
          options={['mon', 'tue', 'wed'].map((value) => ({ value, label: value }))}
        />
      </Form>,
    )
    expect(screen.getByLabelText('Phone')).toHaveProperty('checked', true)
    expect(screen.getByLabelText('Number')).toHaveProperty('value', '01723 000000')
    const days = screen.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).checked)
    expect(days).toEqual([true, false, true])
  })

  it('is sent once, however often the button is pressed while it is on its way', async () => {
    let arrive: () => void = () => undefined
    const send = vi.fn(() => new Promise<void>((resolve) => (arrive = resolve)))
    render(
      <Form onSubmit={send}>
        <Button>Save</Button>
      </Form>,
    )
    const button = screen.getByRole('button')
    await userEvent.click(button)
    await userEvent.click(button)
    expect(send).toHaveBeenCalledTimes(1)
    arrive()
    await waitFor(async () => {
      await userEvent.click(button)
      expect(send).toHaveBeenCalledTimes(2)
    })
  })

  it('without a draft asks before it is left with something typed', async () => {
    const confirm = vi.spyOn(window, 'confirm').mockReturnValue(false)
    render(
      <Form onSubmit={() => undefined}>
        <Input name="a" label="A" />
      </Form>,
    )
    const leave = () => window.dispatchEvent(new CustomEvent(kLeaving, { cancelable: true }))
    expect(leave()).toBe(true)
    await userEvent.type(screen.getByLabelText('A'), 'x')
    expect(leave()).toBe(false)
    confirm.mockReturnValue(true)
    expect(leave()).toBe(true)
  })
})

describe('Button', () => {
  it('does nothing while busy, and keeps the focus', async () => {
    const send = vi.fn()
    render(
      <Form onSubmit={send}>
        <Button busy>Save</Button>
      </Form>,
    )
    await userEvent.click(screen.getByRole('button'))
    expect(send).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(screen.getByRole('button'))
  })
})

describe('fields', () => {
  it('shows and hides a password, and says so', async () => {
    render(<PasswordInput name="p" label="Password" />)
    await userEvent.click(screen.getByRole('button', { name: 'Show password' }))
    expect(screen.getByLabelText('Password')).toHaveProperty('type', 'text')
    expect(screen.getByRole('status').textContent).toBe('Your password is visible')
    await userEvent.click(screen.getByRole('button', { name: 'Hide password' }))
    expect(screen.getByLabelText('Password')).toHaveProperty('type', 'password')
  })

  it('counts what is left, and what is too much', async () => {
    render(<Textarea name="t" label="T" max_length={3} />)
    await userEvent.type(screen.getByLabelText('T'), 'ab')
    expect(screen.getByText('You have 1 character remaining')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('T'), 'cde')
    expect(screen.getByText('You have 2 characters too many')).toBeTruthy()
  })

  it('clears the others for an exclusive choice, and the other way round', async () => {
    render(
      <Checkboxes
        name="c"
        legend="C"
        values={['a', 'b']}
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
          { value: 'none', label: 'None', exclusive: true },
        ]}
      />,
    )
    const chosen = () =>
      screen.getAllByRole('checkbox').filter((box) => (box as HTMLInputElement).checked).length
    await userEvent.click(screen.getByLabelText('None'))
    expect(chosen()).toBe(1)
    await userEvent.click(screen.getByLabelText('A'))
    expect(chosen()).toBe(1)
    expect(screen.getByLabelText('None')).toHaveProperty('checked', false)
  })

  it.each([
    [['', '', ''], null],
    [['3', '7', '1980'], '1980-07-03'],
    [[' 3 ', '7', '1980'], '1980-07-03'],
    [['45', '13', '1980'], '1980-13-45'],
    [['3', '', '1980'], '1980-00-03'],
  ])('reads the date %j as %j', ([day = '', month = '', year = ''], expected) => {
    const answers = new FormData()
    answers.set('d-day', day)
    answers.set('d-month', month)
    answers.set('d-year', year)
    expect(read_date(answers, 'd')).toBe(expected)
  })

  it('marks the row headers of a table', () => {
    render(
      <Table
        caption="T"
        columns={[{ label: 'Month' }, { label: 'Cases', numeric: true }]}
        rows={[{ key: '1', cells: ['May', 4] }]}
        first_cell_is_header
      />,
    )
    expect(screen.getByRole('rowheader', { name: 'May' }).getAttribute('scope')).toBe('row')
    expect(screen.getByRole('cell', { name: '4' }).className).toContain('--numeric')
  })
})

describe('Combobox', () => {
  const people = [
    { value: 'p1', label: 'Ann Shaw', detail: 'Born 3 July 1980' },
    { value: 'p2', label: 'Anne Shore' },
  ]

  it('is used with the keyboard alone, and gives the form the chosen id', async () => {
    let sent: FormData | undefined
    render(
      <Form onSubmit={(answers) => void (sent = answers)}>
        <Combobox name="person_id" label="Person" search={() => Promise.resolve(people)} />
        <Button>Save</Button>
      </Form>,
    )
    const box = screen.getByRole('combobox', { name: 'Person' })
    await userEvent.type(box, 'ann')
    await screen.findByRole('option', { name: /Ann Shaw/ })
    expect(box.getAttribute('aria-expanded')).toBe('true')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    const active = box.getAttribute('aria-activedescendant') ?? ''
    expect(document.getElementById(active)?.textContent).toBe('Anne Shore')
    await userEvent.keyboard('{Enter}')
    expect(box).toHaveProperty('value', 'Anne Shore')
    expect(sent).toBeUndefined()
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(sent?.get('person_id')).toBe('p2')
  })

  it('forgets the choice when the words change, and closes on Escape', async () => {
    const choose = vi.fn()
    render(
      <Combobox
        name="p"
        label="P"
        value="p1"
        value_label="Ann Shaw"
        search={() => Promise.resolve(people)}
        onChoose={choose}
      />,
    )
    await userEvent.type(screen.getByRole('combobox'), 'x')
    expect(choose).toHaveBeenCalledWith(null)
    await screen.findAllByRole('option')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryAllByRole('option')).toEqual([])
  })

  it('says when nothing was found, and when the search failed', async () => {
    let answer: Promise<never[]> = Promise.resolve([])
    render(<Combobox name="p" label="P" search={() => answer} />)
    await userEvent.type(screen.getByRole('combobox'), 'zz')
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('No results found'))
    answer = Promise.reject(new Error('no'))
    // Rejected before anybody asks for it: that is no fault of the page's.
    answer.catch(() => undefined)
    await userEvent.type(screen.getByRole('combobox'), 'z')
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('did not work'))
  })
})

describe('FilterPanel', () => {
  it('keeps its filters behind a button on a phone, and says whether they are shown', async () => {
    render(
      <FilterPanel onApply={() => undefined}>
        <Input name="town" label="Town" />
      </FilterPanel>,
    )
    const button = screen.getByRole('button', { name: 'Show filters' })
    const options = document.getElementById(button.getAttribute('aria-controls') ?? '')
    expect(button.getAttribute('aria-expanded')).toBe('false')
    expect(options?.className).toContain('--closed')
    await userEvent.click(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(button.textContent).toBe('Hide filters')
    expect(options?.className).not.toContain('--closed')
  })
})

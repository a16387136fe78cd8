// For tests: how each question maps to govuk-frontend's fixtures.

import * as govuk from '.'
import {
  checked_values,
  choices,
  field,
  kFalsy,
  kNoAttributes,
  kNoDescribedBy,
  kNoHtml,
  kWidths,
  label,
  legend,
  type Contract,
} from './contract'
import type { Options } from './fixtures'

export const kFieldContracts: Contract[] = [
  {
    component: 'input',
    draw: (o) => (
      <govuk.Input
        {...field(o)}
        {...label(o)}
        value={o.value?.toString()}
        type={o.type}
        width={Number(kWidths.exec(o.classes ?? '')?.[1] ?? 0) as 2}
        prefix={o.prefix?.text}
        suffix={o.suffix?.text}
        inputMode={o.inputmode}
        spellCheck={o.spellcheck}
        autoComplete={o.autocomplete}
        autoCapitalize={o.autocapitalize}
        disabled={o.disabled}
        described_by={o.describedBy}
        className={/govuk-input--extra-letter-spacing/.exec(o.classes ?? '')?.[0]}
      />
    ),
    except: {
      [kNoAttributes]:
        /^(classes|attributes|with (pre|suf)fix with (classes|attributes)|with customised input wrapper)$/,
      [kNoHtml]: /html/,
      'pattern is not offered: the server decides what is wrong': /pattern/,
    },
  },
  {
    component: 'textarea',
    draw: (o) => (
      <govuk.Textarea
        {...field(o)}
        {...label(o)}
        value={o.value}
        rows={o.rows}
        spellCheck={o.spellcheck}
        autoComplete={o.autocomplete}
        described_by={o.describedBy}
      />
    ),
    except: { [kNoAttributes]: /^(classes|attributes)$/ },
  },
  {
    component: 'character-count',
    draw: (o) => (
      <govuk.Textarea
        {...field(o)}
        {...label(o)}
        value={o.value}
        rows={o.rows}
        max_length={Number(o.maxlength)}
        spellCheck={o.spellcheck}
      />
    ),
    except: {
      'words are not counted, only characters': /word/i,
      'no threshold and no other language: the count is always shown, in English':
        /threshold|translat|textareaDescription|textarea description/,
      'without a limit it is a textarea': /neither maxlength|to configure in JavaScript/,
      'one way to count': /with count type/,
      'the limit is said, not enforced while typing': /with textarea maxlength attribute/,
      [kNoAttributes]:
        /^(attributes|classes|custom classes|custom classes on countMessage|formGroup with attributes|with custom attributes|custom classes with error message|classes on countMessage)$/,
    },
  },
  {
    component: 'radios',
    draw: (o) => <govuk.Radios {...choices(o)} value={checked_values(o)[0]} />,
    except: {
      [kNoDescribedBy]: /describedBy/i,
      [kNoHtml]: /html/,
      [kFalsy]: /falsy|empty conditional/,
      [kNoAttributes]: /attributes|label with classes|fieldset params/,
      'a group of choices always has a legend':
        /without fieldset|^(with idPrefix|minimal items and name|with error message|with error message and idPrefix|with hint and error message|with hint, error message and describedBy|with hints on parent and items|with describedBy and hint|with disabled|prechecked using value|item checked overrides value)$/,
      'ids of single options follow from the name': /^with hints on items$/,
    },
  },
  {
    component: 'checkboxes',
    draw: (o) => <govuk.Checkboxes {...choices(o)} values={checked_values(o)} />,
    except: {
      [kNoDescribedBy]: /describedBy/i,
      [kNoHtml]: /html/,
      [kFalsy]: /falsy|empty conditional/,
      [kNoAttributes]: /attributes|^classes$|label classes|fieldset params/,
      'a group of choices always has a legend, and one name':
        /^(with idPrefix|with id and name|with disabled item|with pre-checked values|with checked item|with error message and hint|with error and idPrefix|item checked overrides values|multiple hints)$/,
      'ids and names of single options follow from the group’s':
        /^(with hints on items|with error message)$/,
    },
  },
  {
    component: 'select',
    draw: (o) => (
      <govuk.Select
        {...field(o)}
        {...label(o)}
        options={o.items.map((item: Options) => ({
          value: String(item.value ?? item.text),
          label: item.text,
          disabled: item.disabled,
        }))}
        value={String(
          o.items.find((item: Options) => item.selected)?.value ?? o.value ?? o.items[0]?.value,
        )}
        described_by={o.describedBy}
        className={/govuk-!-width/.test(o.classes ?? '') ? o.classes : undefined}
      />
    ),
    expected: (html, o) => mark_first_selected(html, o),
    except: {
      [kNoAttributes]: /attributes/,
      [kFalsy]: /falsy/,
      'every option has a value': /without values/,
      'a list has options': /^(hint|error|hint and describedBy|error and describedBy|id)$/,
      'one value says what is chosen': /item selected overrides value/,
    },
  },
  {
    component: 'date-input',
    draw: (o) => {
      const parts = ['day', 'month', 'year'] as const
      const [day, month, year] = parts.map(
        (part) => o.values?.[part] ?? o.values?.[`${o.namePrefix}-${part}`],
      )
      const two = (part: unknown) => String(part).padStart(2, '0')
      return (
        <govuk.DateInput
          {...field(o)}
          {...legend(o)}
          name={o.namePrefix ?? o.id}
          value={year ? `${year}-${two(month)}-${two(day)}` : undefined}
          error_parts={
            parts.some((part) => o[part]?.error)
              ? parts.filter((part) => o[part]?.error)
              : undefined
          }
        />
      )
    },
    // The three parts always carry the name of their date, or a page could not have two dates.
    expected: (html, o) =>
      o.namePrefix ? html : html.replace(/name="(day|month|year)"/g, `name="${o.id}-$1"`),
    except: {
      'always day, month and year, with their own labels and names':
        /translations|custom names|day and month|month and year|items|item value|nested name|suffixed|field value|on single|autocomplete/,
      [kNoDescribedBy]: /described by/,
      [kNoHtml]: /html/,
      [kNoAttributes]:
        /^(classes|attributes|with input attributes|custom pattern|custom inputmode|with errors only \(using classes\))$/,
      'a date always has a legend': /^(default|with values, name prefix and custom names)$/,
    },
  },
  {
    component: 'password-input',
    draw: (o) => (
      <govuk.PasswordInput
        {...field(o)}
        {...label(o)}
        autoComplete={o.autocomplete}
        disabled={o.disabled}
      />
    ),
    except: {
      'a password is never put into the page': /value/,
      'English only': /translations/,
      [kNoDescribedBy]: /describedBy/i,
      [kNoAttributes]: /class|attributes/,
    },
  },
]

// A browser selects the first option when none is chosen; React says so in the markup.
function mark_first_selected(html: string, options: Options): string {
  const chosen = options.value ?? options.items.some((item: Options) => item.selected)
  return chosen ? html : html.replace('<option ', '<option selected ')
}

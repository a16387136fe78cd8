// For tests: how everything that is not a question maps to govuk-frontend's fixtures.

import * as govuk from '.'
import { content, kFalsy, kNoAttributes, kNoHtml, size_in, words, type Contract } from './contract'
import type { Options } from './fixtures'

export const kOtherContracts: Contract[] = [
  {
    component: 'button',
    draw: (o) => (
      <govuk.Button
        variant={/--(secondary|warning|inverse)/.exec(o.classes ?? '')?.[1] as 'warning'}
        type={o.type}
        href={o.href}
        disabled={o.disabled}
        prevent_double_click={o.preventDoubleClick}
        id={o.id}
        name={o.name}
        value={o.value}
      >
        {o.text}
      </govuk.Button>
    ),
    // We prevent double clicks unless told not to; govuk-frontend only when told.
    expected: (html, o) =>
      o.href || o.preventDoubleClick !== undefined
        ? html
        : html.replace('<button ', '<button data-prevent-double-click="true" '),
    except: {
      'a start button belongs to a public start page': /start/,
      'pictures of states, not markup': / state$/,
      [kNoHtml]: /html/,
      [kNoAttributes]: /attributes|classes|secondary disabled|warning disabled|inverse disabled/,
    },
  },
  {
    component: 'error-summary',
    draw: (o) => (
      <govuk.ErrorSummary
        title={o.titleText}
        description={o.descriptionText}
        errors={o.errorList.map(({ text, href }: Options) => ({ text, href }))}
      />
    ),
    except: {
      'without an error there is no summary':
        /description only|^html as titleText$|^title html$|^description|^html as descriptionText$|^classes$|^attributes$/,
      [kNoHtml]: /html/,
      [kNoAttributes]: /attributes/,
      'always takes the focus': /autofocus/,
    },
  },
  {
    component: 'tag',
    draw: (o) => (
      <govuk.Tag colour={/--([a-z-]+)/.exec(o.classes ?? '')?.[1] as 'red'}>{content(o)}</govuk.Tag>
    ),
    except: { [kNoAttributes]: /attributes/ },
  },
  {
    component: 'details',
    draw: (o) => (
      <govuk.Details summary={o.summaryText} open={o.open} id={o.id}>
        {content(o)}
      </govuk.Details>
    ),
    except: { [kNoHtml]: /summary html/, [kNoAttributes]: /classes|attributes/ },
  },
  {
    component: 'notification-banner',
    draw: (o) => (
      <govuk.NotificationBanner
        kind={o.type === 'success' ? 'success' : 'important'}
        title={o.titleText}
        text={o.html ? undefined : o.text}
        title_id={o.titleId}
      >
        {content(o)}
      </govuk.NotificationBanner>
    ),
    except: {
      [kNoHtml]: /title as html|title html as text/,
      [kNoAttributes]: /attributes|classes|custom role|overridden|tabindex/,
      'one level of heading, and one way to take the focus': /heading level|auto-focus|autofocus/i,
      'other types have no style': /invalid type/,
    },
  },
  {
    component: 'warning-text',
    draw: (o) => <govuk.WarningText>{content(o)}</govuk.WarningText>,
    except: { [kNoAttributes]: /attributes|classes|icon fallback/ },
  },
  {
    component: 'inset-text',
    draw: (o) => <govuk.InsetText id={o.id}>{content(o)}</govuk.InsetText>,
    except: { [kNoAttributes]: /attributes|classes/ },
  },
  {
    component: 'panel',
    draw: (o) => <govuk.Panel title={o.titleText ?? o.titleHtml}>{content(o)}</govuk.Panel>,
    except: {
      'only the confirmation': /interruption|actions/,
      [kNoHtml]: /title html as text|^title html$/,
      [kNoAttributes]: /attributes|classes|heading level/,
    },
  },
  {
    component: 'breadcrumbs',
    draw: (o) => (
      <govuk.Breadcrumbs
        items={o.items.map(({ text, href }: Options) => ({ label: text, href }))}
        collapse_on_mobile={o.collapseOnMobile}
      />
    ),
    except: { [kNoHtml]: /html/, [kNoAttributes]: /attributes|classes|inverse|custom label/ },
  },
  {
    component: 'back-link',
    draw: (o) => <govuk.BackLink href={o.href ?? '#'}>{content(o)}</govuk.BackLink>,
    except: { [kNoAttributes]: /attributes|classes|inverse/ },
  },
  {
    component: 'skip-link',
    draw: (o) => <govuk.SkipLink href={o.href} />,
    except: {
      'one text, one target': /no href|custom (text|href)|html|classes|attributes|with focus/,
    },
  },
  {
    component: 'pagination',
    draw: (o) => <govuk.Pagination previous_href={o.previous?.href} next_href={o.next?.href} />,
    except: {
      'lists are paged by key: no numbered pages':
        /default|custom link|many pages|first page|last page|landmark|accessible labels|empty items/,
      'no label beside the arrow': /labels/,
      [kNoAttributes]: /classes|attributes/,
    },
  },
  {
    component: 'service-navigation',
    draw: (o) => (
      <govuk.ServiceNavigation
        service_name={o.serviceName}
        service_href={o.serviceUrl}
        items={(o.navigation ?? []).map(({ text, ...rest }: Options) => ({ label: text, ...rest }))}
      />
    ),
    except: {
      'every item is a link with words': /HTML|non-link|empty|language|slot/,
      'the menu folds when there is more than one item': /collapseNavigation/,
      [kNoAttributes]: /attributes|classes|inverse|custom/,
      'one label: the words on the toggle': /identical navigation toggle/,
    },
  },
  {
    component: 'generic-header',
    draw: (o) => <govuk.Header logo={o.logoText} href={o.url} />,
    except: { [kNoAttributes]: /attributes|classes|full width|logo/i },
  },
  {
    component: 'phase-banner',
    draw: (o) => <govuk.PhaseBanner tag={o.tag.text}>{content(o)}</govuk.PhaseBanner>,
    except: { [kNoAttributes]: /attributes|classes|tag html|^(text|html as text)$/ },
  },
  {
    component: 'summary-list',
    draw: (o) => {
      const actions = (given: Options) =>
        given?.items?.map((one: Options) => ({
          label: one.text,
          href: one.href,
          hidden: one.visuallyHiddenText,
        }))
      return (
        <govuk.SummaryList
          no_border={/no-border/.test(o.classes ?? '')}
          card_title={o.card?.title?.text}
          card_heading_level={o.card?.title?.headingLevel}
          card_actions={actions(o.card?.actions)}
          rows={o.rows.map((row: Options, index: number) => ({
            id: String(index),
            key: words(row.key),
            value: content(row.value),
            actions: actions(row.actions),
          }))}
        />
      )
    },
    except: {
      [kNoHtml]: /html header|key with html|actions with html|single action with anchor/,
      [kNoAttributes]: /attributes|classes|overridden-widths|no-border on last row/,
      [kFalsy]: /falsy|empty items/,
      'English only': /translated/,
    },
  },
  {
    component: 'table',
    draw: (o) => (
      <govuk.Table
        caption={o.caption}
        caption_size={size_in(o.captionClasses)}
        first_cell_is_header={o.firstCellIsHeader}
        small_text={/small-text/.test(o.classes ?? '')}
        columns={o.head.map((one: Options) => ({
          label: one.text,
          numeric: one.format === 'numeric',
        }))}
        rows={o.rows.map((row: Options, index: number) => ({
          key: String(index),
          cells: row.map((cell: Options) => cell.text),
        }))}
      />
    ),
    // Ours scrolls by itself when it is too wide.
    expected: (html) => `<div class="app-scroll-region">${html}</div>`,
    except: {
      'a table always has a caption and headers':
        /^(default|with head|html|html as text|classes|attributes|with falsy items|with firstCellIsHeader true|with small text.*)$/,
      [kNoAttributes]: /attributes|classes|rowspan/,
      [kNoHtml]: /html/,
    },
  },
]

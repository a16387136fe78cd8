// The only door to this folder.

export { Button, ButtonGroup, type ButtonProps } from './button'
export { Checkboxes, type CheckboxesProps } from './checkboxes'
export type { Divider, Option } from './choices'
export { Combobox, type ComboboxProps, type Suggestion } from './combobox'
export { DateInput, read_date, type DateInputProps, type DatePart } from './date-input'
export { ErrorSummary, type PageError } from './error-summary'
export { FilterPanel } from './filter-panel'
export { Form, kLeaving, type Outcome } from './form'
export { useFirstValue, type Answers, type Draft } from './form-context'
export { Input, type InputProps } from './input'
export { BackLink, Breadcrumbs, Pagination, SkipLink, SubNavigation } from './navigation'
export { kServiceName, Page } from './page'
export { PasswordInput, type PasswordInputProps } from './password-input'
export { Radios, type RadiosProps } from './radios'
export { Select, type SelectProps } from './select'
export { Footer, Header, PhaseBanner, ServiceNavigation, type NavigationItem } from './service'
export { SummaryList, type Action, type SummaryRow } from './summary-list'
export { ScrollRegion, Table, type Column, type SortOrder, type TableProps } from './table'
export {
  Details,
  InsetText,
  NotificationBanner,
  Panel,
  ProgressBar,
  Tag,
  WarningText,
  type TagColour,
} from './text'
export { Textarea, type TextareaProps } from './textarea'
export { Timeline, type TimelineItem } from './timeline'

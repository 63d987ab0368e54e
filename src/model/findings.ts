import type { Finding, Severity } from './finding.js';

interface Entry {
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

/** Every finding the program can make, with its text. `{name}` is filled from the details. */
export const catalogue = {
  'unreadable': { severity: 'error', message: 'The file could not be read: {reason}', hint: 'Check that the file opens in a viewer; fetch it again if not.' },
  'empty-file': { severity: 'error', message: 'The file has no bytes', hint: 'The download was probably cut off; fetch it again.' },
  'encrypted': { severity: 'error', message: 'The document asks for a password', hint: 'Save a copy without a password and run that.' },
  'unknown-format': { severity: 'info', message: 'The bytes are of no format that is read ({detail})', hint: 'Readable are PDF, pictures (PNG, JPEG, TIFF, WebP), web pages, Word files (.docx, .doc), Excel workbooks (.xlsx, .xls), OFD, plain text, and ZIP and WARC archives of these.' },
  'archive-unreadable': { severity: 'error', message: 'The archive could not be read: {reason}', hint: 'Unpack it with another program and run what it holds; fetch it again if that fails, too.' },
  'archive-too-large': { severity: 'error', message: 'The archive goes beyond a limit: {limit}', hint: 'Unpack it and run the folder, if it is to be trusted.' },
  'archive-empty': { severity: 'info', message: 'The archive holds no document', hint: '' },
  'archive-nested': { severity: 'error', message: 'The archive lies in too many others, or under a name that does not tell it is one', hint: 'Unpack it and run what it holds.' },
  'timeout': { severity: 'error', message: 'Reading took longer than {seconds} s and was stopped', hint: 'Raise the limit with --timeout if the document is worth it; that of one scanned page is scanned_page_seconds in pipeline.yaml.' },
  'out-of-memory': { severity: 'error', message: 'Reading took more than {megabytes} MB of memory and was stopped', hint: 'Raise the limit with --memory if the document is worth it.' },
  'crashed': { severity: 'error', message: 'The reader of this document died ({reason})', hint: 'Please report it, with the document if it can be shared.' },
  'page-unreadable': { severity: 'warning', message: 'The page could not be read: {reason}', hint: 'Values that stand on it are missing.' },
  'file-cut': { severity: 'warning', message: 'The file is cut off at its end: {lost}', hint: 'Fetch it again. What stood on what is lost is missing or marked suspect.' },
  'file-damaged': { severity: 'warning', message: 'Parts of the file are damaged: {lost}', hint: 'Fetch it again. What stood on what is lost is missing or marked suspect.' },
  'page-lost': { severity: 'warning', message: 'The page is lost with a part of the file{further}', hint: 'Values that stood on it are missing, and those on the pages beside it are marked suspect.' },
  'page-cut': { severity: 'warning', message: 'Something of the page is lost: {lack}', hint: 'Values that stand on it or on the pages beside it are marked suspect.' },
  'nothing-certain': { severity: 'warning', message: 'The file is damaged, and nothing in it is certain: {reason}', hint: 'All of its values are marked suspect; fetch it again.' },
  'too-many-pages': { severity: 'warning', message: 'Only the first {limit} of {pages} pages were read', hint: 'Raise the limit in the pipeline if the report runs on.' },
  'too-large': { severity: 'error', message: 'The file has {megabytes} MB, more than the limit of {limit} MB', hint: 'Raise the limit in the pipeline if the document is worth it.' },
  'no-text': { severity: 'info', message: 'The document has no text that can be seen', hint: 'Nothing to do if it is meant to be empty.' },
  'made-of-pictures': { severity: 'error', message: 'The document is made of pictures without text that can be seen', hint: 'Nothing could be read in them. Look at the document: is it a report, and can it be read by eye? Bring a sharper scan, or a version with text.' },
  'no-tables': { severity: 'info', message: 'No table was found', hint: 'Nothing to do if the document has none.' },
  'pictures-unread': { severity: 'warning', message: 'Pictures in the document that are as large as a table were not read: {count}', hint: 'Look at them; where one is a table, print the document to PDF, or save the picture as PNG, and run that.' },
  'office-unread': { severity: 'warning', message: 'The file is {what}, which is not read', hint: 'Save it as .docx, .xlsx or PDF and run that.' },
  'macros': { severity: 'info', message: 'The file has macros; they were neither run nor read', hint: '' },
  'attachment': { severity: 'warning', message: 'The page has no table of its own; it links to or shows {addresses}', hint: 'Fetch the files, and run them.' },
  'one-report': { severity: 'info', message: 'It is one report with {source}, which stands in the dataset', hint: 'A page and the files that it links to are one report where they hold the same.' },
  'table-from': { severity: 'info', message: 'The table was read in {source}', hint: 'Pages and boxes of its values in cells.csv are of that file.' },
  'copies-differ': { severity: 'warning', message: 'The cell reads “{own}”, and “{raw}” in {source}', hint: 'Look at both.' },
  'no-report': { severity: 'info', message: 'No table of an annual report was recognised', hint: 'Nothing to do if the document is no report; please report it if it is one.' },
  'scan-without-report': { severity: 'warning', message: 'The pictures were read, and no table of an annual report was recognised in them: {pages} pages, {tables} tables, {script}; they begin “{first}”', hint: 'Nothing to do if that is what is printed and it is no report. Where it is not what is printed, bring a sharper scan, straight, of 200 dpi or more, or a version with text.' },
  'duplicate': { severity: 'info', message: 'The same bytes as {source}, which stands in the dataset', hint: '' },
  'several-reports': { severity: 'warning', message: 'The document has the titles of several reports: {titles}', hint: 'Only one is read, and its values are marked suspect: tables may belong to another. Split the document.' },
  'table-not-found': { severity: 'warning', message: 'The table {table} of the form {form} was not found', hint: 'Its values are marked missing.' },
  'extra-row': { severity: 'info', message: 'A row that the form does not have was kept: {label}', hint: 'It stands in cells.csv only.' },
  'repeated-row': { severity: 'warning', message: 'The row {row} is printed more than once with different values', hint: 'Its values are marked suspect.' },
  'label-unsure': { severity: 'warning', message: 'The printed label “{label}” was taken for {row} with little certainty', hint: 'Its values are marked suspect.' },
  'place-unsure': { severity: 'warning', message: 'The numbers of the row {row} can be placed in more than one way', hint: 'Its values are marked suspect; the source does not tell which cells are merged, or has a cell too many or too few.' },
  'numbers-run-together': { severity: 'warning', message: 'The numbers of the row {row} run together as “{raw}”, and the checks do not leave exactly one way to cut them', hint: 'Its values are marked missing; look at the page.' },
  'value-unsure': { severity: 'warning', message: 'The cell reads “{raw}”, which is no plain number', hint: 'Look at the page.' },
  'repaired': { severity: 'info', message: 'The scan was read as “{raw}”; the checks leave {value} as the only likely reading', hint: '' },
  'seen-differently': { severity: 'warning', message: 'The scan has {value} there where its lines are taken one way, and {other} where they are taken another', hint: 'The value is marked suspect: the table has no rules, and which number stands there can not be told.' },
  'reading-unsure': { severity: 'warning', message: 'The readers of the scan are not sure of the number ({readings}), and no check decides', hint: 'Look at the page.' },
  'reading-denied': { severity: 'warning', message: 'The scan was read as “{raw}”, and a check that fails may be due to a misreading', hint: 'Look at the page.' },
  'phantom': { severity: 'warning', message: 'A number was read where the scan shows no ink ({readings})', hint: 'Look at the page.' },
  'check-failed': { severity: 'warning', message: 'The printed numbers do not add up: {left} is not {right}', hint: 'Published as printed; checks.csv has the terms.' },
  'told-unsurely': { severity: 'warning', message: 'The words “{words}” tell a number that is not certain: {why}', hint: 'It is marked suspect; cells.csv has the sentence.' },
  'told-differently': { severity: 'warning', message: 'One sentence tells {first}, another {others}', hint: 'The first is given and marked suspect; cells.csv has its sentence.' },
  'told-otherwise': { severity: 'info', message: 'The text tells {left}, the table {right}: {sentence}', hint: 'Published as printed. The text may be of the office alone, and the table of the whole region.' },
  'rows-unread': { severity: 'warning', message: 'Lines of the text are rows of a table that was not read: {count}, such as “{labels}”', hint: 'Their numbers are not in the dataset. Bring the tables as cells parted by tabs, or as a web page, PDF, workbook or Word file.' },
  'nothing-told': { severity: 'info', message: 'The report has no table that was recognised, and no sentence that tells a figure', hint: 'sections.csv has its text.' },
  'year-check-failed': { severity: 'warning', message: 'The year before carried out {left}, this one carries in {right}', hint: 'Published as printed; checks.csv has the terms.' },
  'other-report-taken': { severity: 'info', message: 'There are several reports of this issuer and year; the panel takes {report}', hint: 'The rule stands in the codebook, at panel.csv.' },
  'issuer-ambiguous': { severity: 'info', message: 'Several divisions bear the name {name}: {candidates}', hint: 'No code is given, and issuer_id is that of this report alone.' },
  'issuer-unlisted': { severity: 'info', message: 'The list of divisions does not have {name}', hint: 'No code is given: the division may have been renamed, merged or abolished.' },
  'issuer-unplaced': { severity: 'info', message: 'Nothing tells where {name} is', hint: 'Other offices may bear the name, so issuer_id is that of this report alone.' },
  'issuer-inferred': { severity: 'warning', message: 'The scan reads {read}; {name} ({code}) is taken for a name in it, which has a character that the reader of scans does not know or seldom reads', hint: 'Nothing else in its surroundings comes near. Look at the page: issuer and title are as they were read.' },
  'issuer-unread': { severity: 'warning', message: 'The scan reads {read}, and the list of divisions has no such town in {county}', hint: 'Its name may have been misread, or be one of former years. The code is that of the county.' },
  'issuer-renamed': { severity: 'info', message: '{name} is {now} ({code}) today', hint: 'It has the code and the id of today, so that its years stand together.' },
  'issuer-abolished': { severity: 'info', message: '{name} ({code}) became a part of another division in {year} or the year before', hint: 'It has the code that it had.' },
  'said-by-list': { severity: 'info', message: 'The document does not say its {what}; it is taken from the list that names the document', hint: '' },
  'year-unknown': { severity: 'warning', message: 'No year was found in the title or the text', hint: 'Reports without a year are not in the panel.' },
  'year-contradiction': { severity: 'warning', message: 'The title says {title}, the text says {text}', hint: 'The year before that of publication was taken; none, if it is neither.' },
  'list-unknown': { severity: 'error', message: 'The page is no list that is known: {address}', hint: 'Check the address in a browser; where it is a list, write its rules into a source (pipelines/README.md).' },
  'list-by-script': { severity: 'error', message: 'No report stands in the page; it is probably filled by a script: {address}', hint: 'Try --browser, or look in the browser (developer tools, network) for the address that its script asks, and give that.' },
  'list-without-reports': { severity: 'error', message: 'Of the {links} links of the list none is a report: {address} ({titles})', hint: 'Check the address. Where reports have other titles there, write them into a source: `reports: { is: […] }`.' },
  'list-shrank': { severity: 'error', message: 'The list named {before} reports, and now {now}: {address}', hint: 'What was fetched is kept. Look at the page; with --all what it has now is taken for the whole.' },
  'list-repeats': { severity: 'warning', message: 'The page brings nothing but what another page of the list brought: {address}', hint: 'What comes after it was left.' },
  'list-too-long': { severity: 'warning', message: 'The list goes on after {pages} pages, or after {without} without a new report: {address}', hint: 'Name a page further in, or raise `pages` and `pages_without_reports` in the source.' },
  'list-cut': { severity: 'warning', message: 'The page is too long, or its elements lie too deep, to be read to its end: {address}', hint: 'Give addresses of smaller pages.' },
  'list-pages-by-script': { severity: 'warning', message: 'Further pages of the list can be had by a script alone: {address}', hint: 'Look in the browser (developer tools, network) for the address of its second page, and write rules for it into a source.' },
  'titles-unsure': { severity: 'info', message: '{count} titles may be of reports and were left: {titles}', hint: 'Where they are, write them into a source: `reports: { is: […] }`.' },
} as const satisfies Record<string, Entry>;

export type FindingCode = keyof typeof catalogue;

/**
 * A finding from the catalogue. `place` is `p` and a page, the ids of a cell,
 * the address of a list, or empty for the whole document.
 */
export function finding(code: FindingCode, place: string, details: Readonly<Record<string, string | number>> = {}): Finding {
  const entry: Entry = catalogue[code];
  const message = entry.message.replace(/\{(\w+)\}/g, (_, name: string) => clean(String(details[name] ?? '?')));
  return { code, severity: entry.severity, place, message, hint: entry.hint };
}

/** Text out of a document, safe to show in a terminal or a table: no control characters, of bounded length. */
function clean(text: string): string {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}

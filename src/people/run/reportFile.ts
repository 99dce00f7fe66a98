import { csvFile, reportOf, type CsvColumn, type ReportLine, type RunLine } from '../../bulk';
import type { PageTexts } from '../texts';

/** What has become of each line, as a table for Excel. `locale` decides the delimiter. */
export function reportFile(lines: readonly RunLine[], texts: PageTexts, locale: string): Blob {
  const columns: readonly CsvColumn<ReportLine>[] = [
    { title: texts('export.name'), value: ({ person }) => person.displayName },
    { title: texts('export.address'), value: ({ person }) => person.mail },
    { title: texts('export.login'), value: ({ person }) => person.userPrincipalName },
    { title: texts('report.fileColumn'), value: ({ file }) => file },
    { title: texts('report.outcome'), value: ({ outcome, change }) => texts(`outcome.${outcome}_${change}`) },
    { title: texts('report.reason'), value: ({ refusal }) => refusal && texts(`refusal.${refusal.reason}`) },
    { title: texts('report.status'), value: ({ refusal }) => refusal && (refusal.status || null) },
    { title: texts('report.code'), value: ({ refusal }) => refusal && refusal.code },
    { title: texts('report.request'), value: ({ refusal }) => refusal && refusal.requestId },
  ];
  return csvFile(columns, reportOf(lines).lines, locale);
}

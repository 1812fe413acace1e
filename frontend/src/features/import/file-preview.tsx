import { useTranslation } from 'react-i18next';
import type { ImportFile, ImportJob } from '../../api/types';
import * as format from '../../lib/format';
import { Check } from '../../ui/check';
import { Changes } from './changes';
import { EditionField } from './edition-field';
import { FileError } from './file-error';
import { MappingEditor } from './mapping-editor';
import { COUNTS, canImport, needsMapping } from './numbers';
import { Rejections } from './rejections';
import { Sample } from './sample';

interface Props {
  job: ImportJob;
  file: ImportFile;
  taken: boolean;
  onTake: (taken: boolean) => void;
  onReread: () => void;
}

/** One file: what it was recognised as, what it would change, what to decide. */
export function FilePreview({ job, file, taken, onTake, onReread }: Props) {
  const { t, i18n } = useTranslation();
  const ready = job.state === 'ready';
  const usable = canImport(file);
  const kindKey = `import.kind.${file.kind}`;
  const facts = [
    { key: 'kind', value: file.label ?? (i18n.exists(kindKey) ? t(kindKey) : file.kind) },
    { key: 'encoding', value: file.encoding },
    { key: 'coverage', value: file.coverage && t(`import.coverage.${file.coverage}`) },
    { key: 'seconds', value: file.seconds > 0 ? t('import.seconds', { seconds: file.seconds.toFixed(1) }) : null },
    { key: 'edition', value: !ready && format.edition(file.edition, i18n.language) },
  ].filter((fact) => fact.value);
  return (
    <article className="panel file" aria-labelledby={`file-${file.index}`}>
      <div className="file-head">
        <h3 id={`file-${file.index}`}>{file.file}</h3>
        {ready && usable && <Check checked={taken} onChange={onTake}>{t('import.take')}</Check>}
        {!ready && file.skip && <span className="state">{t('import.skipped')}</span>}
      </div>
      {file.error && <FileError problem={file.error} />}
      {ready && (usable || file.error?.code === 'older_edition') && <EditionField key={file.edition} job={job} file={file} onReread={onReread} />}
      {usable && (
        <>
          <dl className="facts inline">
            {facts.map((fact) => (
              <div key={fact.key} className="fact"><dt>{t(`import.fact.${fact.key}`)}</dt><dd>{fact.value}</dd></div>
            ))}
          </dl>
          <Counts file={file} />
        </>
      )}
      <Marks file={file} />
      {ready && (needsMapping(file) || file.mapping) && (
        <MappingEditor key={file.mapping?.name ?? ''} job={job} file={file} onMapped={onReread} />
      )}
      <Rejections rows={file.rejections} total={file.rejected} />
      <Changes changes={file.changes} />
      <Sample columns={file.columns} rows={file.sample} open={ready && needsMapping(file)} />
    </article>
  );
}

function Counts({ file }: { file: ImportFile }) {
  const { t, i18n } = useTranslation();
  return (
    <dl className="numbers small-numbers">
      {COUNTS.map((name) => (
        <div key={name} className={name === 'rejected' && file.rejected > 0 ? 'warn' : undefined}>
          <dt>{t(`import.count.${name}`)}</dt>
          <dd>{format.count(file[name], i18n.language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Marks({ file }: { file: ImportFile }) {
  const { t, i18n } = useTranslation();
  if (file.marks.length === 0) return null;
  const total = file.marks.reduce((all, mark) => all + mark.count, 0);
  return (
    <details>
      <summary>{t('import.marks', { count: total })}</summary>
      <ul className="small">
        {file.marks.map((mark) => (
          <li key={mark.kind}>{t(`import.mark.${mark.kind}`)}: <span className="number">{format.count(mark.count, i18n.language)}</span></li>
        ))}
      </ul>
    </details>
  );
}

import './terms.css';
import { Fragment, useContext, useEffect, useMemo } from 'react';
import { Dialog, DialogTrigger, Popover, Pressable } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { GlossaryContext } from '../lib/glossary';
import { pieces, type Term } from '../lib/terms';

/**
 * Running text whose words of the trade explain themselves: pressed, each shows what the other system calls it.
 * Not for headings, links, buttons and labels, inside which nothing can be pressed.
 */
export function Terms({ children }: { children: string }) {
  const { index, want } = useContext(GlossaryContext);
  useEffect(want, [want]);
  const parts = useMemo(() => pieces(children, index), [children, index]);
  return parts.map(({ text, term }, at) => (
    <Fragment key={at}>{term ? <Word word={text} term={term} /> : text}</Fragment>
  ));
}

function Word({ word, term }: { word: string; term: Term }) {
  const { t, i18n } = useTranslation();
  const text = (one: Term['note']) => (i18n.language === 'en' ? one.en : one.ja);
  return (
    <DialogTrigger>
      {/* No button element: that would be a box which the line cannot break in. */}
      <Pressable><span role="button" className="term">{word}</span></Pressable>
      <Popover className="popover term-popover" placement="bottom start" offset={4} containerPadding={8}>
        <Dialog className="term-dialog" aria-label={t('term.about', { word })}>
          <dl className="term-sides">
            <div className="term-care"><dt>{t('glossary.care')}</dt><dd>{text(term.care)}</dd></div>
            <div className="term-disability"><dt>{t('glossary.disability')}</dt><dd>{text(term.disability)}</dd></div>
          </dl>
          <p className="small">{text(term.note)}</p>
          {/* A tab of its own: what is written or asked on this page stays. */}
          <p className="small"><a href={`/glossary#${term.code}`} target="_blank" rel="noopener">{t('term.see')}</a></p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

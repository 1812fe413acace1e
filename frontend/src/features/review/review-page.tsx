import './review.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decide, decisionsQuery, reviewQuery, undo, type Answer, type ReviewItem } from '../../api/moderation';
import { keepShortcuts, shortcutsAreOn, useShortcuts } from '../../lib/shortcuts';
import { useTitle } from '../../lib/use-title';
import { ErrorPanel, Loading } from '../../ui/states';
import { choiceOf } from './choices';
import { Decisions } from './decisions';
import { Filters } from './filters';
import { Help } from './help';
import { Item } from './item';

/** What the program does not decide by itself, one question at a time. The address names filter and item. */
export function ReviewPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/review' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const filter = { ...(search.kind ? { kind: search.kind } : {}), ...(search.area ? { area: search.area } : {}) };
  const review = useQuery(reviewQuery(filter));
  const decisions = useQuery(decisionsQuery);
  const [said, setSaid] = useState('');
  const [keys, setKeys] = useState(shortcutsAreOn);
  const [swapped, setSwapped] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useTitle(t('review.title'), t('shell.name'));

  const items = review.data?.items ?? [];
  const at = Math.max(0, items.findIndex((item) => item.id === search.item));
  const item = items[at];
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ['review'] }), client.invalidateQueries({ queryKey: ['decisions'] })]);
  const go = (change: Record<string, string | undefined>) => void navigate({ to: '/review', search: (old) => ({ ...old, ...change }) as never, replace: true });

  function show(next: number) {
    const target = items[next];
    if (!target) return setSaid(t(next < 0 ? 'review.first' : 'review.last'));
    moved.current = true;
    setSwapped(false);
    go({ item: target.id });
  }
  // Deciding or moving on puts the reader at the next question, as turning a page would.
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = false;
  }, [item?.id]);

  const answer = useMutation({
    mutationFn: ({ id, ...rest }: Answer & { id: string }) => decide(id, rest),
    onSuccess: async (_, { choice }) => {
      setSaid(t('review.decided', { what: t(`review.choice.${choice}`) }));
      moved.current = true;
      setSwapped(false);
      go({ item: (items[at + 1] ?? items[at - 1])?.id });
      await refresh();
    },
  });
  const back = useMutation({
    mutationFn: (id: string) => undo(id),
    onSuccess: async ({ undone, changed }) => {
      const names = changed.map((what) => t(`review.changed.${what.split('.')[0]}`, { defaultValue: what })).join(t('list.separator'));
      setSaid(undone ? t('review.undone') : t('review.not_undone', { what: names }));
      await refresh();
    },
  });
  function send(of: ReviewItem, choice: string, value?: string) {
    if (answer.isPending) return;
    const stays = of.offices[swapped ? 1 : 0]?.id;
    answer.mutate({ id: of.id, choice, ...(choice === 'same' && stays ? { into: stays } : {}), ...(value === undefined ? {} : { value }) });
  }
  const last = decisions.data?.items.find((decision) => !decision.undone_at);
  useShortcuts(keys, (key) => {
    if (key === 'j') show(at + 1);
    else if (key === 'k') show(at - 1);
    else if (key === 's') setSwapped((old) => !old);
    else if (key === 'u' && last) back.mutate(last.id);
    else {
      const choice = item && choiceOf(key, item.choices);
      if (!item || !choice) return false;
      send(item, choice);
    }
    return true;
  });

  return (
    <div className="page review-page">
      <h1>{t('review.title')}</h1>
      <p>{t('review.lead')}</p>
      <Filters filter={filter} kinds={review.data?.kinds ?? []} onChange={(change) => go({ ...change, item: undefined })} onFound={refresh} />
      <p className="review-said" role="status">{said}</p>
      {review.isPending && <Loading />}
      {review.isError && <ErrorPanel error={review.error} onRetry={() => void review.refetch()} />}
      {answer.isError && <ErrorPanel error={answer.error} />}
      {back.isError && <ErrorPanel error={back.error} />}
      {review.data && !item && <p className="panel">{t('review.none')}</p>}
      {item && review.data && (
        <Item
          key={item.id} item={item} position={{ at: at + 1, total: review.data.total }} heading={heading} busy={answer.isPending}
          swapped={swapped} onSwap={() => setSwapped((old) => !old)} onMove={(step) => show(at + step)}
          onChoose={(choice, value) => send(item, choice, value)} showKeys={keys}
        />
      )}
      <Help on={keys} onChange={(on) => { keepShortcuts(on); setKeys(on); }} />
      <Decisions items={decisions.data?.items ?? []} busy={back.isPending} onUndo={(id) => back.mutate(id)} />
    </div>
  );
}

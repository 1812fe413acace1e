import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { officesHref } from '../../api/commands';
import { useLists } from '../../api/my';
import type { Card, OfficePage } from '../../api/types';
import { count } from '../../lib/format';
import { SORTS, listParams, type SearchState, type Sort } from '../../lib/search-state';
import { AddToList } from '../../ui/add-to-list';
import { BusyButton } from '../../ui/busy-button';
import { Icon } from '../../ui/icons';
import { OfficeCard } from '../../ui/office-card';
import { ErrorPanel, Loading } from '../../ui/states';
import { Interpretation } from './interpretation';
import { SaveSearch } from './save-search';
import type { Update } from './use-search-state';
import { Zero } from './zero';

interface Props {
  state: SearchState;
  update: Update;
  reset: () => void;
  query: UseInfiniteQueryResult;
  first: OfficePage | undefined;
  cards: Card[];
  hovered: string | null;
  onHover: (id: string | null) => void;
  empty: boolean;
}

export function Results({ state, update, reset, query, first, cards, hovered, onHover, empty }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <section className="results" aria-label={t('search.results')} data-scroll-restoration-id="results">
      {query.isError && <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />}
      {!first && query.isPending && <Loading />}
      {first && (
        <>
          <div className="results-head">
            <p className="total" role="status">
              {t('search.total', { count: first.total, total: count(first.total, i18n.language) })}
            </p>
            <SortChoice state={state} update={update} />
            <SaveSearch state={state} />
          </div>
          <Interpretation interpretation={first.interpretation} state={state} update={update} />
          {first.total === 0 ? (
            <Zero state={state} update={update} reset={reset} alternatives={first.alternatives} empty={empty} />
          ) : (
            <List cards={cards} state={state} update={update} hovered={hovered} onHover={onHover} />
          )}
          {first.total > 0 && !query.hasNextPage && <Download state={state} />}
          {query.hasNextPage && <More state={state} query={query} shown={cards.length} total={first.total} />}
        </>
      )}
    </section>
  );
}

type ListProps = Pick<Props, 'cards' | 'state' | 'update' | 'hovered' | 'onHover'>;

function List({ cards, state, update, hovered, onHover }: ListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const lists = useLists();
  const { selected } = state;
  useEffect(() => {
    if (selected) list.current?.querySelector('[data-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  return (
    <ol className="cards" ref={list}>
      {cards.map((card) => (
        // A click anywhere on the card chooses it; the button inside does the same for the keyboard.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
        <li
          key={card.id} data-office={card.id} data-selected={card.id === selected} data-hovered={card.id === hovered}
          onMouseEnter={() => onHover(card.id)} onMouseLeave={() => onHover(null)}
          onFocus={() => onHover(card.id)} onBlur={() => onHover(null)}
          onClick={(event) => {
            if (!(event.target as HTMLElement).closest('a,button')) update({ selected: card.id }, { replace: true });
          }}
        >
          <OfficeCard
            office={card} heading="h2"
            actions={lists.signedIn && (
              <AddToList
                small name={card.name} lists={lists.lists}
                onAdd={(list, name) => lists.add.mutateAsync({ list, name, office: card.id })}
              />
            )}
            onMap={card.position && (
              <Button
                className="on-map" aria-label={t('search.on_map_of', { name: card.name })}
                onPress={() => update({ selected: card.id, view: 'map' }, { replace: state.view === 'map' })}
              >
                <Icon name="map" size={16} /> {t('search.on_map')}
              </Button>
            )}
          />
        </li>
      ))}
    </ol>
  );
}

/** The next page is put below and the reader stays where it was: on the first new card. */
function More({ state, query, shown, total }: { state: SearchState; query: UseInfiniteQueryResult; shown: number; total: number }) {
  const { t, i18n } = useTranslation();
  const before = useRef<number | null>(null);
  useEffect(() => {
    const at = before.current;
    if (at === null || shown <= at) return;
    before.current = null;
    document.querySelectorAll<HTMLElement>('.cards > li')[at]?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <div className="more">
      <BusyButton
        className="button" busy={query.isFetchingNextPage}
        onPress={() => {
          before.current = shown;
          void query.fetchNextPage();
        }}
      >
        {query.isFetchingNextPage ? t('state.loading') : t('search.more')}
      </BusyButton>
      <Download state={state} />
      <p className="small muted">
        {t('search.shown', { shown: count(shown, i18n.language), total: count(total, i18n.language) })}
      </p>
    </div>
  );
}

/** The whole result as a table: lists are what the field works with. */
function Download({ state }: { state: SearchState }) {
  const { t } = useTranslation();
  return <p className="download"><a href={officesHref(listParams(state))} download>{t('search.download')}</a></p>;
}

function SortChoice({ state, update }: { state: SearchState; update: Update }) {
  const { t } = useTranslation();
  const current: Sort = state.sort ?? 'relevance';
  return (
    <Select
      className="sort" selectedKey={current}
      onSelectionChange={(key) => update({ sort: key === 'relevance' ? null : (key as Sort) })}
    >
      <Label className="visually-hidden">{t('sort.label')}</Label>
      <Button className="button small"><SelectValue /> <Icon name="down" size={14} /></Button>
      <Popover className="popover">
        <ListBox className="menu">
          {SORTS.filter((sort) => sort !== 'distance' || state.near || current === 'distance').map((sort) => (
            <ListBoxItem key={sort} id={sort} className="menu-item">{t(`sort.${sort}`)}</ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

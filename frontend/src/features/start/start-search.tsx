import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSuggestions } from '../../api/use-suggestions';
import { EMPTY, toParams } from '../../lib/search-state';
import { choices, target } from '../../lib/suggestion';
import { SearchBox } from '../../ui/search-box';

export function StartSearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const suggestions = useSuggestions(text);

  function choose(id: string) {
    const suggestion = suggestions[Number(id)];
    if (!suggestion) return;
    const to = target(suggestion);
    if (to.to === 'office') void navigate({ to: '/offices/$id', params: { id: to.id } });
    else if (to.to === 'organization') void navigate({ to: '/organizations/$id', params: { id: to.id } });
    else if (to.to === 'glossary') void navigate({ to: '/glossary', hash: to.code });
    else {
      const state = { ...EMPTY, q: to.q, service: to.service ? [to.service] : [], area: to.area ? [to.area] : [] };
      void navigate({ to: '/search', search: toParams(state) });
    }
  }

  return (
    <SearchBox
      size="large" value={text} label={t('search.label')} placeholder={t('search.placeholder')}
      choices={choices(suggestions, (kind) => t(`suggestion.${kind}`))}
      onChange={setText}
      onSubmit={(q) => {
        if (q.trim()) void navigate({ to: '/search', search: toParams({ ...EMPTY, q }) });
      }}
      onChoose={choose}
    />
  );
}

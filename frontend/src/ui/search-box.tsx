import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from './icons';

export interface Choice {
  id: string;
  icon: IconName;
  label: string;
  kind: string;
  detail?: string | null;
}

interface Props {
  value: string;
  choices: Choice[];
  label: string;
  placeholder: string;
  size?: 'large' | 'normal';
  onChange: (value: string) => void;
  onSubmit: (value: string) => void;
  onChoose: (id: string) => void;
}

/** A search field with suggestions (WAI-ARIA combobox). Enter of a Japanese conversion is left to the input method. */
export function SearchBox(props: Props) {
  const { value, choices, label, placeholder, size = 'normal', onChange, onSubmit, onChoose } = props;
  const { t } = useTranslation();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = open && choices.length > 0;
  const current = shown ? choices[active] : undefined;

  function close() {
    setOpen(false);
    setActive(-1);
  }
  function choose(choice: Choice) {
    close();
    onChoose(choice.id);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    // The field itself is one of the places the arrows walk through.
    const places = choices.length + 1;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && choices.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((at) => ((at + 1 + step + places) % places) - 1);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      choose(current);
    }
  }

  return (
    <form
      role="search"
      className={`search-box ${size}`}
      onSubmit={(event) => {
        event.preventDefault();
        close();
        onSubmit(value);
      }}
    >
      <div className="search-field">
        <Icon name="search" />
        <input
          ref={input} type="text" role="combobox" enterKeyHint="search" autoComplete="off" spellCheck={false}
          aria-label={label} aria-expanded={shown} aria-controls={list} aria-autocomplete="list"
          aria-activedescendant={current ? `${list}-${current.id}` : undefined}
          placeholder={placeholder} maxLength={200} value={value}
          onChange={(event) => {
            onChange(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        {value !== '' && (
          <button
            type="button" className="clear" aria-label={t('search.clear')}
            onClick={() => {
              onChange('');
              onSubmit('');
              input.current?.focus();
            }}
          >
            <Icon name="close" size={18} />
          </button>
        )}
        <button type="submit" className="button primary submit">{t('search.submit')}</button>
      </div>
      <div id={list} role="listbox" aria-label={t('search.suggestions')} hidden={!shown} className="suggestions">
        {choices.map((choice, index) => (
          <Option key={choice.id} id={`${list}-${choice.id}`} choice={choice} active={index === active} onChoose={() => choose(choice)} />
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {shown ? t('search.suggestion_count', { count: choices.length }) : ''}
      </p>
    </form>
  );
}

function Option({ id, choice, active, onChoose }: { id: string; choice: Choice; active: boolean; onChoose: () => void }) {
  return (
    // The pointer is taken on press, before the field loses focus and closes the list; keys stay with the field.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div id={id} role="option" tabIndex={-1} aria-selected={active} className="suggestion" onMouseDown={(event) => event.preventDefault()} onClick={onChoose}>
      <Icon name={choice.icon} size={18} />
      <span className="suggestion-label">{choice.label}</span>
      <span className="suggestion-detail">{choice.detail}</span>
      <span className="suggestion-kind">{choice.kind}</span>
    </div>
  );
}

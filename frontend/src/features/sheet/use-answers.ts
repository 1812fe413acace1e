import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { saveSheet, sheetQuery, type Sheet, type SheetSaved } from '../../api/sheet';
import { Outbox, type Outgoing, type World } from '../../lib/outbox';
import { isEmpty, laidOver, type Pending } from '../../lib/pending';
import { folded } from '../../lib/sheet';

export interface Answers {
  outgoing: Outgoing;
  outbox: Outbox<SheetSaved>;
}

/** The answers of one sheet on their way to the server: kept on this device until they have arrived. */
export function useAnswers(code: string): Answers {
  const client = useQueryClient();
  const [outbox] = useState(() => new Outbox(world(code, client)));
  const outgoing = useSyncExternalStore(outbox.subscribe, outbox.now);

  useEffect(() => {
    outbox.flush();
    const send = () => outbox.flush();
    const seen = () => {
      outbox.flush();
      // Another device may hold the same sheet.
      if (document.visibilityState === 'visible' && isEmpty(outbox.now().pending)) {
        void client.invalidateQueries({ queryKey: sheetQuery(code).queryKey, exact: true });
      }
    };
    window.addEventListener('online', send);
    window.addEventListener('pagehide', send);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', send);
      window.removeEventListener('pagehide', send);
      document.removeEventListener('visibilitychange', seen);
      outbox.stop();
    };
  }, [outbox, client, code]);

  const lost = !outgoing.held && !isEmpty(outgoing.pending);
  useEffect(() => {
    if (!lost) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [lost]);

  return { outgoing, outbox };
}

function world(code: string, client: QueryClient): World<SheetSaved> {
  const name = `hoshizu.sheet.${folded(code)}`;
  const key = sheetQuery(code).queryKey;
  return {
    send: (request) => saveSheet(code, request),
    arrived: (request, saved) => {
      // An answer that is older than this save must not come in after it.
      void client.cancelQueries({ queryKey: key, exact: true });
      const known = client.getQueryData(key);
      client.setQueryData(key, (sheet) => sheet && after(sheet, request, saved));
      const rows = new Set(known?.rows.map((row) => row.office));
      const missing = Object.keys(request.rows).some((office) => !rows.has(office));
      if (!known || missing || request.state) void client.invalidateQueries({ queryKey: key, exact: true });
    },
    keep: (text) => {
      try {
        if (text === null) localStorage.removeItem(name);
        else localStorage.setItem(name, text);
        return true;
      } catch {
        return false;
      }
    },
    kept: () => {
      try {
        return localStorage.getItem(name);
      } catch {
        return null;
      }
    },
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

function after(sheet: Sheet, request: Pending, saved: SheetSaved): Sheet {
  return {
    ...sheet,
    rows: laidOver(sheet.rows, request),
    unlisted: request.unlisted ?? sheet.unlisted,
    consented: sheet.consented || request.consents === true,
    state: saved.state,
    changed_at: saved.changed_at ?? sheet.changed_at ?? null,
  };
}

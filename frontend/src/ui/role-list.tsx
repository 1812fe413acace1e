import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Grant {
  role: string;
  scope: string;
  of: string;
  name?: string | null;
}

/** Roles with the place where each holds. */
export function RoleList<G extends Grant>({ grants, none, after }: { grants: readonly G[]; none: string; after?: (grant: G) => ReactNode }) {
  const { t } = useTranslation();
  if (grants.length === 0) return <p className="muted">{none}</p>;
  return (
    <ul className="role-list">
      {grants.map((grant) => (
        <li key={`${grant.role} ${grant.scope} ${grant.of}`}>
          <span className="strong">{t(`role.${grant.role}`)}</span>
          <span>{grant.scope === 'everywhere' ? t('role.everywhere') : (grant.name ?? t('role.unknown_place'))}</span>
          {after?.(grant)}
        </li>
      ))}
    </ul>
  );
}

//! Which action each endpoint is. An endpoint without a row here answers nobody, and a test fails.

use axum::http::Method;
use hoshizu_catalog::permission::Action;

/// Method, path and action of every endpoint.
pub const ENDPOINTS: &[(&str, &str, Action)] = &[
    ("GET", "/api/v1/offices", Action::ReadDirectory),
    ("GET", "/api/v1/suggest", Action::ReadDirectory),
    ("GET", "/api/v1/offices/{id}", Action::ReadDirectory),
    ("GET", "/api/v1/offices/{id}/nearest", Action::ReadDirectory),
    ("GET", "/api/v1/offices.csv", Action::ReadDirectory),
    ("GET", "/api/v1/organizations", Action::ReadDirectory),
    ("GET", "/api/v1/organizations/{id}", Action::ReadDirectory),
    ("GET", "/api/v1/areas", Action::ReadDirectory),
    ("GET", "/api/v1/areas/{code}", Action::ReadDirectory),
    // Names of services are nobody's secret, and a ☆ sheet shows them where the directory is closed.
    ("GET", "/api/v1/taxonomy", Action::UsePage),
    ("GET", "/api/v1/coverage", Action::ReadDirectory),
    ("GET", "/api/v1/coverage/measures", Action::ReadDirectory),
    ("GET", "/api/v1/coverage.csv", Action::ReadDirectory),
    ("GET", "/api/v1/meta", Action::UsePage),
    ("GET", "/api/v1/tiles/offices/{z}/{x}/{y}", Action::ReadDirectory),
    ("GET", "/api/v1/tiles/areas/{z}/{x}/{y}", Action::ReadDirectory),
    ("GET", "/api/v1/tiles/base/{z}/{x}/{y}", Action::ReadDirectory),
    ("GET", "/api/v1/base.pmtiles", Action::ReadDirectory),
    ("GET", "/api/v1/session", Action::UsePage),
    ("POST", "/api/v1/session", Action::UsePage),
    ("DELETE", "/api/v1/session", Action::UsePage),
    ("GET", "/api/v1/review-items", Action::Moderate),
    ("GET", "/api/v1/review-items/{id}", Action::Moderate),
    ("POST", "/api/v1/review-items/{id}/decision", Action::Moderate),
    ("POST", "/api/v1/review-items/find-duplicates", Action::Moderate),
    ("GET", "/api/v1/decisions", Action::Moderate),
    ("POST", "/api/v1/decisions/{id}/undo", Action::Moderate),
    ("POST", "/api/v1/offices/{id}/merge", Action::Moderate),
    ("POST", "/api/v1/offices/{id}/split", Action::Moderate),
    // Everybody reads what was changed; who changed it is for those who may read the history.
    ("GET", "/api/v1/offices/{id}/history", Action::ReadDirectory),
    ("POST", "/api/v1/offices/{id}/restore", Action::Moderate),
    ("GET", "/api/v1/changes", Action::ReadDirectory),
    ("GET", "/api/v1/changes.atom", Action::ReadDirectory),
    // Answers a visitor with nothing, so that the page can ask before anybody has signed in.
    ("GET", "/api/v1/my", Action::UsePage),
    ("POST", "/api/v1/my/searches", Action::UseAccount),
    ("GET", "/api/v1/my/searches/{id}/new", Action::UseAccount),
    ("POST", "/api/v1/my/searches/{id}/seen", Action::UseAccount),
    ("DELETE", "/api/v1/my/searches/{id}", Action::UseAccount),
    ("POST", "/api/v1/my/lists", Action::UseAccount),
    ("GET", "/api/v1/my/lists/{id}", Action::UseAccount),
    ("PUT", "/api/v1/my/lists/{id}", Action::UseAccount),
    ("DELETE", "/api/v1/my/lists/{id}", Action::UseAccount),
    ("POST", "/api/v1/my/lists/{id}/offices", Action::UseAccount),
    ("GET", "/api/v1/my/lists/{id}/offices.csv", Action::UseAccount),
    ("GET", "/api/v1/my/lists/{id}/offices.vcf", Action::UseAccount),
    ("GET", "/api/v1/audit", Action::ReadAudit),
    ("GET", "/api/v1/audit.csv", Action::ReadAudit),
    ("GET", "/api/v1/audit.jsonl", Action::ReadAudit),
    ("GET", "/api/v1/offices/{id}/entry", Action::ReadDirectory),
    ("PUT", "/api/v1/offices/{id}/entry", Action::EditOffice),
    ("PUT", "/api/v1/offices/{id}/values", Action::EditOffice),
    ("GET", "/api/v1/offices/{id}/photo", Action::ReadDirectory),
    ("PUT", "/api/v1/offices/{id}/photo", Action::EditOffice),
    ("DELETE", "/api/v1/offices/{id}/photo", Action::EditOffice),
    ("POST", "/api/v1/offices/{id}/suggestions", Action::SuggestCorrection),
    ("POST", "/api/v1/offices/{id}/confirmations", Action::ConfirmOffice),
    // Who holds a letter needs no account: its token is the right, for one office, once.
    ("POST", "/api/v1/letters/open", Action::UsePage),
    ("POST", "/api/v1/letters/answer", Action::UsePage),
    ("POST", "/api/v1/letters", Action::ReadDue),
    // A member reads what is due of the own office.
    ("GET", "/api/v1/due", Action::ConfirmOffice),
    ("GET", "/api/v1/due.csv", Action::ConfirmOffice),
    ("GET", "/api/v1/terms", Action::UsePage),
    ("PUT", "/api/v1/settings/strengths", Action::ManageSettings),
    ("PUT", "/api/v1/settings/shelf-lives", Action::ManageSettings),
    ("GET", "/api/v1/nurse-desks/lookup", Action::ReadDirectory),
    ("GET", "/api/v1/nurse-desks/terms", Action::ReadDirectory),
    ("GET", "/api/v1/nurse-desks/matrix", Action::ReadDirectory),
    ("GET", "/api/v1/nurse-desks/cover", Action::ReadDirectory),
    ("GET", "/api/v1/nurse-desks/map", Action::ReadDirectory),
    ("GET", "/api/v1/nurse-desks", Action::ReadDirectory),
    ("POST", "/api/v1/nurse-desks", Action::EditNurseDesks),
    ("GET", "/api/v1/nurse-desks/{id}", Action::ReadDirectory),
    ("PUT", "/api/v1/nurse-desks/{id}", Action::EditNurseDesks),
    ("DELETE", "/api/v1/nurse-desks/{id}", Action::EditNurseDesks),
    ("GET", "/api/v1/nurse-desks/{id}/history", Action::ReadHistory),
    ("GET", "/api/v1/nurse-desks/template.xlsx", Action::ReadDirectory),
    ("GET", "/api/v1/nurse-desks.csv", Action::ReadDirectory),
    ("GET", "/api/v1/nurse-desks/sheet.pdf", Action::ReadDirectory),
    ("POST", "/api/v1/nurse-desks/import", Action::EditNurseDesks),
    ("GET", "/api/v1/guide", Action::ReadDirectory),
    ("GET", "/api/v1/guide/terms", Action::ReadDirectory),
    ("GET", "/api/v1/glossary", Action::ReadDirectory),
    ("POST", "/api/v1/session/second-factor", Action::UseAccount),
    ("GET", "/api/v1/session/oidc", Action::UsePage),
    ("GET", "/api/v1/session/oidc/return", Action::UsePage),
    ("POST", "/api/v1/invitations/look", Action::UsePage),
    ("POST", "/api/v1/invitations/take", Action::UsePage),
    ("GET", "/api/v1/permissions", Action::UsePage),
    ("GET", "/api/v1/account", Action::UseAccount),
    ("PATCH", "/api/v1/account", Action::UseAccount),
    ("POST", "/api/v1/account/password", Action::UseAccount),
    ("GET", "/api/v1/account/sessions", Action::UseAccount),
    ("DELETE", "/api/v1/account/sessions", Action::UseAccount),
    ("DELETE", "/api/v1/account/sessions/{id}", Action::UseAccount),
    ("POST", "/api/v1/account/second-factor", Action::UseAccount),
    ("POST", "/api/v1/account/second-factor/confirm", Action::UseAccount),
    ("POST", "/api/v1/account/second-factor/recovery-codes", Action::UseAccount),
    ("POST", "/api/v1/account/second-factor/remove", Action::UseAccount),
    ("GET", "/api/v1/accounts", Action::ManageAccounts),
    ("POST", "/api/v1/accounts", Action::ManageAccounts),
    ("GET", "/api/v1/accounts/{id}", Action::ManageAccounts),
    ("PATCH", "/api/v1/accounts/{id}", Action::ManageAccounts),
    ("POST", "/api/v1/accounts/{id}/links", Action::ManageAccounts),
    ("POST", "/api/v1/accounts/{id}/grants", Action::ManageAccounts),
    ("DELETE", "/api/v1/accounts/{id}/grants", Action::ManageAccounts),
    ("POST", "/api/v1/accounts/{id}/close", Action::ManageAccounts),
    ("POST", "/api/v1/accounts/{id}/reopen", Action::ManageAccounts),
    ("GET", "/api/v1/accounts/{id}/sessions", Action::ManageAccounts),
    ("DELETE", "/api/v1/accounts/{id}/sessions", Action::ManageAccounts),
    ("GET", "/api/v1/imports", Action::Import),
    ("POST", "/api/v1/imports", Action::Import),
    ("GET", "/api/v1/imports/{id}", Action::Import),
    ("POST", "/api/v1/imports/{id}/confirm", Action::Import),
    ("POST", "/api/v1/imports/{id}/stop", Action::Import),
    ("PUT", "/api/v1/imports/{id}/files/{index}", Action::Import),
    ("GET", "/api/v1/mappings", Action::Import),
    ("GET", "/api/v1/imports/{id}/rejected.csv", Action::Import),
    ("GET", "/api/v1/imports/{id}/changes.csv", Action::Import),
    ("GET", "/api/v1/waves/{id}/sheets.pdf", Action::KeepSurveys),
    ("GET", "/api/v1/waves/{id}/sheets.zip", Action::KeepSurveys),
    ("GET", "/api/v1/waves/{id}/reminders.pdf", Action::KeepSurveys),
    ("POST", "/api/v1/waves/{id}/sheet-files", Action::KeepSurveys),
    ("GET", "/api/v1/waves/{id}/export/{format}", Action::KeepSurveys),
    ("POST", "/api/v1/waves/{id}/ties", Action::KeepSurveys),
    ("POST", "/api/v1/surveys/import", Action::KeepSurveys),
    ("GET", "/api/v1/sheets/{code}/form.pdf", Action::AnswerSheet),
    ("GET", "/api/v1/sheets/{code}/form.xlsx", Action::AnswerSheet),
    // A sheet is opened by its code alone.
    ("GET", "/api/v1/surveys", Action::KeepSurveys),
    ("POST", "/api/v1/surveys", Action::KeepSurveys),
    ("GET", "/api/v1/surveys/usual", Action::KeepSurveys),
    ("POST", "/api/v1/surveys/preview", Action::KeepSurveys),
    ("PUT", "/api/v1/surveys/{id}", Action::KeepSurveys),
    ("POST", "/api/v1/surveys/{id}/waves", Action::KeepSurveys),
    ("GET", "/api/v1/waves/{id}", Action::KeepSurveys),
    ("PUT", "/api/v1/waves/{id}", Action::KeepSurveys),
    ("GET", "/api/v1/waves/{id}/sheets", Action::KeepSurveys),
    ("POST", "/api/v1/waves/{id}/reminders", Action::KeepSurveys),
    ("POST", "/api/v1/waves/{id}/unlisted", Action::KeepSurveys),
    ("GET", "/api/v1/sheets/{code}", Action::AnswerSheet),
    ("PATCH", "/api/v1/sheets/{code}", Action::AnswerSheet),
    ("DELETE", "/api/v1/sheets/{code}", Action::AnswerSheet),
    ("GET", "/api/v1/sheets/{code}/offices", Action::AnswerSheet),
    ("GET", "/api/v1/sheets/{code}/outcome", Action::AnswerSheet),
    ("POST", "/api/v1/sheets/{code}/questions", Action::AnswerSheet),
    ("GET", "/api/v1/ties", Action::ReadTies),
    ("GET", "/api/v1/network", Action::ReadTies),
    ("GET", "/api/v1/network/plan", Action::ReadTies),
    ("GET", "/api/v1/gaps/council", Action::ReadGaps),
    ("GET", "/api/v1/gaps/council.xlsx", Action::ReadGaps),
    ("GET", "/api/v1/gaps/notes", Action::ReadGaps),
    ("POST", "/api/v1/gaps/notes", Action::KeepGapNotes),
    ("PATCH", "/api/v1/gaps/notes/{id}", Action::KeepGapNotes),
    ("GET", "/api/v1/offices/{id}/introductions", Action::ReadTies),
    ("GET", "/api/v1/offices/{id}/ties", Action::ReadTies),
    ("POST", "/api/v1/offices/{id}/ties", Action::StateTies),
    ("DELETE", "/api/v1/ties/{id}", Action::StateTies),
    ("POST", "/api/v1/ties/{id}/answer", Action::StateTies),
    ("GET", "/api/v1/offices/{id}/links", Action::ReadDirectory),
    ("GET", "/api/v1/forum-templates", Action::ReadDirectory),
    ("GET", "/api/v1/forums", Action::ReadTies),
    ("POST", "/api/v1/forums", Action::KeepForums),
    ("GET", "/api/v1/forums/{id}", Action::ReadTies),
    ("PUT", "/api/v1/forums/{id}", Action::KeepForums),
    ("DELETE", "/api/v1/forums/{id}", Action::KeepForums),
];

/// The action of an endpoint; `None` for one that stands in no row. HEAD is GET without a body.
pub fn action(method: &Method, path: &str) -> Option<Action> {
    let method = if *method == Method::HEAD { "GET" } else { method.as_str() };
    ENDPOINTS.iter().find(|(m, p, _)| *m == method && *p == path).map(|(_, _, action)| *action)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_endpoint_of_the_interface_has_one_row_and_every_row_an_endpoint() {
        let document: serde_json::Value = serde_json::from_str(&crate::http::openapi()).unwrap();
        let mut endpoints = BTreeSet::from(["GET /api/v1/base.pmtiles".to_owned()]);
        for (path, methods) in document["paths"].as_object().unwrap() {
            endpoints
                .extend(methods.as_object().unwrap().keys().map(|m| format!("{} {path}", m.to_uppercase())));
        }
        let rows: Vec<String> =
            ENDPOINTS.iter().map(|(method, path, _)| format!("{method} {path}")).collect();
        assert_eq!(rows.len(), rows.iter().collect::<BTreeSet<_>>().len(), "a row stands twice");
        assert_eq!(rows.into_iter().collect::<BTreeSet<_>>(), endpoints);
    }
}

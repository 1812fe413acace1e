//! `/permissions`: the table of who may do what, as the program itself asks it.

use crate::view::account::{ActionView, PermissionTable, RoleView};
use axum::Json;
use hoshizu_catalog::permission::{Action, Reach, Role};

/// The permission table.
#[utoipa::path(get, operation_id = "list_permissions", path = "/permissions", tag = "session",
    responses((status = 200, body = PermissionTable)))]
pub async fn list() -> Json<PermissionTable> {
    let reach = |action: Action, role| match action.reach(role) {
        Reach::Never => "never",
        Reach::Own => "own",
        Reach::Any => "any",
    };
    let role = |role: Role| RoleView { role: role.code(), needs_second_factor: role.needs_second_factor() };
    let row = |action: &Action| ActionView {
        action: action.code(),
        reach: Role::ALL.into_iter().map(|role| reach(*action, role)).collect(),
    };
    Json(PermissionTable {
        roles: Role::ALL.into_iter().map(role).collect(),
        actions: Action::ALL.iter().map(row).collect(),
    })
}

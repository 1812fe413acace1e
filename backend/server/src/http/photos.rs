//! `/offices/{id}/photo`: the picture of the entrance.

use crate::{
    app::App,
    http::{
        entries::short,
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    photo as picture,
};
use axum::{
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use hoshizu_catalog::{id::OfficeId, permission::Action};
use hoshizu_store::{office, photo};

/// The picture of an office's entrance, a JPEG.
#[utoipa::path(get, operation_id = "show_photo", path = "/offices/{id}/photo", tag = "entries", params(("id" = uuid::Uuid, Path)),
    responses((status = 200, content_type = "image/jpeg"), (status = 304), (status = 404, body = Problem)))]
pub async fn show(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    headers: HeaderMap,
) -> Result<Response> {
    let mut tx = app.store.read().await?;
    let office = office::find(&mut tx, id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::ReadDirectory, &office)?;
    let photo = photo::find(&mut tx, id).await?.or_not_found("photo")?;
    let tag = format!("\"{}\"", short(&photo.digest));
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == tag.as_bytes());
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"))], photo.jpeg).into_response()
    };
    let fields = response.headers_mut();
    // For this browser only: behind sign-in the picture is not everybody's.
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        fields.insert(header::ETAG, tag);
    }
    Ok(response)
}

/// Takes a picture (JPEG, PNG or WebP, at most 8 MB) in place of the one before. It is encoded anew without metadata.
#[utoipa::path(put, operation_id = "set_photo", path = "/offices/{id}/photo", tag = "entries", params(("id" = uuid::Uuid, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 204), (status = 403, body = Problem), (status = 413, body = Problem), (status = 422, body = Problem)))]
pub async fn put(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
    body: Bytes,
) -> Result<StatusCode> {
    let office = office::find(&mut app.store.read().await?, id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::EditOffice, &office)?;
    if body.len() > picture::MOST_BYTES {
        return Err(Problem::too_large("a picture has at most 8 MB"));
    }
    let prepared = tokio::task::spawn_blocking(move || picture::prepare(&body)).await;
    let prepared = prepared.map_err(|error| Problem::internal(&error))?;
    let prepared = prepared.map_err(|error| Problem::unprocessable("photo", error))?;
    let mut write = app.store.begin(&principal.actor()).await?;
    photo::put(&mut write, id, &prepared).await?;
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes the picture away.
#[utoipa::path(delete, operation_id = "remove_photo", path = "/offices/{id}/photo", tag = "entries", params(("id" = uuid::Uuid, Path)),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn delete(
    principal: Principal,
    State(app): State<App>,
    Path(id): Path<OfficeId>,
) -> Result<StatusCode> {
    let mut write = app.store.begin(&principal.actor()).await?;
    let office = office::find(write.tx(), id).await?.or_not_found("office")?;
    principal.check_office(&app, Action::EditOffice, &office)?;
    if !photo::remove(&mut write, id).await? {
        return Err(Problem::not_found("photo"));
    }
    write.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

//! Links by mail, taken by a small SMTP server that the test starts.

use crate::harness::Installation;
use axum::http::StatusCode;
use hoshizu_catalog::permission::{Grant, Role, Scope};
use hoshizu_server::config::{Config, Mail, MailSecurity};
use serde_json::json;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    sync::mpsc,
};

/// Takes one mail after the other and hands on what it was given: envelope and message.
async fn sink() -> (u16, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("listen");
    let port = listener.local_addr().expect("address").port();
    let (sender, receiver) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let sender = sender.clone();
            tokio::spawn(async move { sender.send(receive(stream).await) });
        }
    });
    (port, receiver)
}

async fn receive(stream: TcpStream) -> String {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let (mut seen, mut in_message) = (String::new(), false);
    write.write_all(b"220 sink\r\n").await.expect("greet");
    while let Ok(Some(line)) = lines.next_line().await {
        seen.push_str(&line);
        seen.push('\n');
        let answer: &[u8] = match line.as_str() {
            "." if in_message => {
                in_message = false;
                b"250 taken\r\n"
            }
            _ if in_message => continue,
            "DATA" => {
                in_message = true;
                b"354 go on\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            // Refused, as a server does with an address it does not know.
            _ if line.contains("refused@") => b"550 nobody here\r\n",
            _ => b"250 ok\r\n",
        };
        write.write_all(answer).await.expect("answer");
        if line == "QUIT" {
            break;
        }
    }
    seen
}

async fn installation(port: u16) -> Installation {
    Installation::configured(|config| by_mail(config, port)).await
}

fn by_mail(config: &mut Config, port: u16) {
    config.url = Some("https://hoshizu.example.jp".to_owned());
    config.mail = Some(Mail {
        server: "127.0.0.1".to_owned(),
        port: Some(port),
        security: MailSecurity::None,
        user: None,
        password_file: None,
        from: "星図 <hoshizu@example.jp>".to_owned(),
        ca_file: None,
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_by_mail_reaches_its_owner_and_is_shown_to_nobody_else() {
    let (port, mut mails) = sink().await;
    let here = installation(port).await;
    let cookie = here.administrator().await;
    let body = json!({ "login": "taro", "name": "天野 太郎", "email": "taro@example.jp", "grants": [], "delivery": "mail" });
    let answer = here.ask(&cookie, "POST", "/api/v1/accounts", body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let link = answer.json();
    assert_eq!((&link["mailed"], &link["url"], &link["code"]), (&json!(true), &json!(null), &json!(null)));
    let mail = mails.recv().await.expect("a mail");
    assert!(mail.contains("RCPT TO:<taro@example.jp>"), "{mail}");
    let text = decoded(&mail);
    let token = text.split("https://hoshizu.example.jp/invitation#").nth(1).expect("the link");
    let token: String = token.chars().take_while(char::is_ascii_alphanumeric).collect();
    assert_eq!(token.len(), 52, "{text}");
    let take = json!({ "token": token, "password": "夜明け前に犬が三度ほえた" });
    let taken = here.ask("", "POST", "/api/v1/invitations/take", take).await;
    assert_eq!(taken.status, StatusCode::NO_CONTENT, "{}", taken.text());
}

/// The text of the message: its body is base 64 or quoted-printable, as its Japanese needs.
fn decoded(mail: &str) -> String {
    let body = mail.split("\n\n").nth(1).expect("a body").split("\n.\n").next().expect("its end");
    if mail.to_lowercase().contains("content-transfer-encoding: base64") {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let bits: String = body.chars().filter_map(|c| letters.find(c)).map(|n| format!("{n:06b}")).collect();
        let bytes = bits
            .as_bytes()
            .chunks_exact(8)
            .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).expect("bits"), 2).expect("byte"));
        return String::from_utf8(bytes.collect()).expect("UTF-8");
    }
    body.replace("=\n", "").replace("=3D", "=")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_is_not_taken_is_said_and_costs_the_account_nothing() {
    let (port, _mails) = sink().await;
    let here = installation(port).await;
    let cookie = here.administrator().await;
    let body = json!({ "login": "taro", "name": "天野 太郎", "email": "refused@example.jp", "grants": [], "delivery": "mail" });
    assert_eq!(here.ask(&cookie, "POST", "/api/v1/accounts", body).await.code(), "mail_failed");
    let json = here.ask(&cookie, "GET", "/api/v1/accounts?q=taro", serde_json::Value::Null).await.json();
    let path = format!("/api/v1/accounts/{}/links", json["items"][0]["id"].as_str().expect("id"));
    let slip = here.ask(&cookie, "POST", &path, json!({ "delivery": "slip" })).await;
    assert_eq!(slip.status, StatusCode::CREATED, "{}", slip.text());
    assert!(slip.json()["url"].as_str().expect("url").starts_with("https://hoshizu.example.jp/invitation#"));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_mail_or_address_nothing_is_made() {
    let here = Installation::empty().await;
    let cookie = here.administrator().await;
    let id = here.account("taro", vec![]).await;
    let path = format!("/api/v1/accounts/{id}/links");
    assert_eq!(here.ask(&cookie, "POST", &path, json!({ "delivery": "mail" })).await.code(), "no_mail");
    let (port, _mails) = sink().await;
    let here = installation(port).await;
    let cookie = here.administrator().await;
    let id = here.account("taro", vec![]).await;
    let path = format!("/api/v1/accounts/{id}/links");
    assert_eq!(here.ask(&cookie, "POST", &path, json!({ "delivery": "mail" })).await.code(), "no_address");
}

#[tokio::test(flavor = "multi_thread")]
async fn reminders_go_by_mail_where_an_address_is_known_and_are_printed_elsewhere() {
    let (port, mut mails) = sink().await;
    let here = Installation::with_fixtures_and(|config| by_mail(config, port)).await;
    let steward = vec![Grant { role: Role::Steward, scope: Scope::Everywhere }];
    let cookie = here.signed_in("kanri", steward).await;
    let (with, refused) = (here.office("4870100010").await, here.office("4870200018").await);
    for (office, address) in [(with, "jimu@example.jp"), (refused, "refused@example.jp")] {
        let seen = here.get(&format!("/api/v1/offices/{office}")).await.json()["email"].clone();
        let input = json!({ "field": "email", "value": address, "seen": seen.as_str().unwrap_or_default() });
        let answer = here.ask(&cookie, "PUT", &format!("/api/v1/offices/{office}/values"), input).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    }
    let input = json!({ "offices": [refused, with], "delivery": "mail" });
    let made = here.ask(&cookie, "POST", "/api/v1/letters", input).await.json();
    let (printed, sent) = (&made["items"][0], &made["items"][1]);
    assert_eq!((&printed["mailed"], &sent["mailed"]), (&json!(false), &json!(true)), "{made}");
    assert!(printed["url"].is_string() && printed["qr"].is_string());
    assert_eq!(
        (&sent["url"], &sent["qr"]),
        (&json!(null), &json!(null)),
        "what was mailed is shown to nobody"
    );
    let mut mail = mails.recv().await.expect("a mail");
    while !mail.contains("RCPT TO:<jimu@example.jp>") {
        mail = mails.recv().await.expect("another mail");
    }
    let text = decoded(&mail);
    let token = text.split("https://hoshizu.example.jp/confirm#").nth(1).expect("the link");
    let token: String = token.chars().take_while(char::is_ascii_alphanumeric).collect();
    let opened = here.ask("", "POST", "/api/v1/letters/open", json!({ "token": token })).await.json();
    assert_eq!(opened["office"]["id"], with.to_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_nothing_is_promised() {
    let here = Installation::with_fixtures().await;
    let cookie = here.administrator().await;
    let input = json!({ "offices": [here.office("4870100010").await], "delivery": "mail" });
    assert_eq!(here.ask(&cookie, "POST", "/api/v1/letters", input).await.code(), "no_mail");
}

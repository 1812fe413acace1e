//! What answers must carry, whoever asks.

use crate::harness::Installation;

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_forbids_foreign_content_and_framing() {
    let here = Installation::empty().await;
    for path in ["/", "/search", "/api/v1/meta", "/api/v1/nothing"] {
        let answer = here.get(path).await;
        let policy = answer.headers["content-security-policy"].to_str().expect("ASCII");
        assert!(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe-"), "{path}: {policy}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
    }
}

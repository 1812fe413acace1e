//! `hoshizu`: see `hoshizu --help`.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    hoshizu_server::cli::run().await
}

//! Points the embedding at the built front end, or at a page that says how to build it. Never calls npm.

use std::{env, fs, io, path::Path};

const PLACEHOLDER: &str = r#"<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>星図 Hoshizu</title></head>
<body><main>
<h1>星図 Hoshizu</h1>
<p>画面がまだ組み込まれていません。次のどちらかを実行してください。</p>
<pre>./scripts/start</pre>
<pre>npm --prefix frontend ci &amp;&amp; npm --prefix frontend run build &amp;&amp; cargo build</pre>
<p lang="en">The page has not been built into this program yet. Run one of the commands above.
The API answers at <a href="/api/v1/meta">/api/v1/meta</a>.</p>
</main></body></html>
"#;

fn main() -> io::Result<()> {
    // Asked when it runs, not when it is compiled: a checkout may be moved, or share its target folder.
    let here = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let built = Path::new(&here).join("../../frontend/dist");
    println!("cargo:rerun-if-changed={}", built.display());
    let page = if built.join("index.html").is_file() {
        built.canonicalize()?
    } else {
        let folder = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("page");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), PLACEHOLDER)?;
        folder
    };
    println!("cargo:rustc-env=HOSHIZU_PAGE_DIR={}", page.display());
    Ok(())
}

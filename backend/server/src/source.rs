//! Names of data sets for people, and the credit their licences ask for.

use hoshizu_catalog::taxonomy::ServiceType;
use serde::Serialize;

/// Name of a data set for people: `介護サービス情報公表システム(居宅介護支援)`.
pub fn label(dataset: &str) -> String {
    let (family, rest) = dataset.split_once(':').unwrap_or((dataset, ""));
    let service = |systems: &[&str]| {
        let found = systems.iter().find_map(|system| ServiceType::from_code(&format!("{system}-{rest}")));
        found.map(|service| service.definition().ja.clone())
    };
    let list = rest.split(':').next().unwrap_or_default();
    let (name, detail) = match (family, list) {
        ("kaigo", _) => ("介護サービス情報公表システム", service(&["care"])),
        ("wamnet", _) => ("障害福祉サービス等情報(WAM NET)", service(&["disability", "child"])),
        ("medical", _) => ("保険医療機関コード一覧", None),
        ("areas", "n03") => ("国土数値情報 行政区域", None),
        ("areas", "municipalities" | "learned") => ("市区町村一覧", None),
        ("areas", _) => ("圏域の区域図", given_name(rest)),
        ("towns", _) => ("町丁目の位置", None),
        ("population", _) => ("年齢別人口", given_name(rest)),
        ("roads", _) => ("道のりの表", given_name(rest)),
        ("base_map", _) => ("背景地図", None),
        ("entries", _) => ("事業所からの登録", given_name(rest)),
        ("municipal", "care_services") => ("自治体標準オープンデータ 介護サービス事業所一覧", None),
        ("municipal", "medical") => ("自治体標準オープンデータ 医療機関一覧", None),
        ("municipal", "public_facilities") => ("自治体標準オープンデータ 公共施設一覧", None),
        ("municipal", "childcare") => ("自治体標準オープンデータ 子育て施設一覧", None),
        ("municipal", _) => ("自治体の窓口・施設の一覧", given_name(rest)),
        ("points", _) => ("位置つきの施設一覧", given_name(rest)),
        ("mapped", _) => ("列を対応づけた一覧", Some(rest.to_owned())),
        _ => return dataset.to_owned(),
    };
    match detail.filter(|detail| !detail.is_empty()) {
        Some(detail) => format!("{name}({detail})"),
        None => name.to_owned(),
    }
}

/// The name a municipality gave its list; a file name in Latin letters says nothing to the reader of a page.
fn given_name(slug: &str) -> Option<String> {
    (!slug.is_ascii()).then(|| slug.to_owned())
}

/// Credit the licence of a data set asks for.
pub fn credit(dataset: &str) -> Option<&'static str> {
    match dataset.split(':').next()? {
        "kaigo" => Some("介護サービス情報公表システム(厚生労働省) CC BY 4.0 を加工して作成"),
        "wamnet" => {
            Some("障害福祉サービス等情報公表システム(独立行政法人福祉医療機構 WAM NET)を加工して作成")
        }
        _ => None,
    }
}

/// The identifier serde gives a unit variant (`outside_japan`).
pub fn code_of(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_data_set_keeps_its_own_name() {
        assert_eq!(label("zebra:1"), "zebra:1");
        assert_eq!(label("towns:national"), "町丁目の位置");
        assert_eq!(label("municipal:childcare:48101"), "自治体標準オープンデータ 子育て施設一覧");
        assert_eq!(label("points:houkatsu"), "位置つきの施設一覧");
        assert_eq!(label("mapped:相談窓口"), "列を対応づけた一覧(相談窓口)");
    }
}

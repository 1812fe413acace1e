//! Known items of the real files asked as people would ask for them: MRR and nDCG@10 by kind of spelling.

use crate::{offices::Dice, real};
use hoshizu_catalog::{fold, progress::Silent, synonyms, taxonomy::ServiceType};
use hoshizu_search::{Document, Index, Query};
use std::{collections::HashSet, path::Path};
use uuid::Uuid;

/// One judged query.
struct Judged {
    kind: &'static str,
    q: String,
    relevant: HashSet<Uuid>,
}

const PAGE: usize = 10;
/// Tries to draw an office a kind of spelling fits.
const TRIES: usize = 4_000;

pub fn run(real: &Path) -> crate::Outcome {
    if !real.join("kaigo").is_dir() {
        println!("skipped: {} not present", real.display());
        return Ok(());
    }
    let (offices, places) = real::load(real)?;
    let index = Index::in_memory()?;
    index.rebuild(offices.iter().cloned(), 1, &Silent)?;
    index.set_places(places);
    let judged = Judge { offices: &offices, dice: Dice(20_261_123) }.all();
    println!("{} offices of the real files, {} judged queries", offices.len(), judged.len());
    println!("| kind | n | MRR@10 | nDCG@10 | nothing found |\n|---|---|---|---|---|");
    let mut kinds: Vec<&str> = Vec::new();
    for query in &judged {
        if !kinds.contains(&query.kind) {
            kinds.push(query.kind);
        }
    }
    let verbose = std::env::var_os("HOSHIZU_BENCH_MISSES").is_some();
    let mut sums = (0.0, 0.0);
    for kind in &kinds {
        let of_kind: Vec<&Judged> = judged.iter().filter(|query| query.kind == *kind).collect();
        let (mut mrr, mut ndcg, mut empty) = (0.0, 0.0, 0);
        for query in &of_kind {
            let answer = index.search(&Query { q: query.q.clone(), limit: PAGE, ..Query::default() })?;
            let found: Vec<bool> = answer.hits.iter().map(|hit| query.relevant.contains(&hit.id)).collect();
            let (rank, gain) = (reciprocal_rank(&found), ndcg_at_10(&found, query.relevant.len()));
            if rank < 1.0 && verbose {
                let first = answer.hits.first().map(|hit| String::from_utf8_lossy(&hit.card).into_owned());
                println!(
                    "  {kind}: {:?} rank {rank:.2} total {} first {first:?} {:?}",
                    query.q, answer.total, answer.interpretation
                );
            }
            mrr += rank;
            ndcg += gain;
            empty += usize::from(answer.total == 0);
        }
        let n = of_kind.len() as f64;
        sums = (sums.0 + mrr, sums.1 + ndcg);
        println!("| {kind} | {} | {:.3} | {:.3} | {empty} |", of_kind.len(), mrr / n, ndcg / n);
    }
    let n = judged.len() as f64;
    println!("| all | {} | {:.3} | {:.3} | |", judged.len(), sums.0 / n, sums.1 / n);
    Ok(())
}

fn reciprocal_rank(found: &[bool]) -> f64 {
    found.iter().position(|relevant| *relevant).map_or(0.0, |at| 1.0 / (at as f64 + 1.0))
}

fn ndcg_at_10(found: &[bool], relevant: usize) -> f64 {
    let gain = |at: usize| 1.0 / (at as f64 + 2.0).log2();
    let got: f64 = found.iter().enumerate().filter(|(_, relevant)| **relevant).map(|(at, _)| gain(at)).sum();
    let ideal: f64 = (0..relevant.min(PAGE)).map(gain).sum();
    if ideal > 0.0 { got / ideal } else { 0.0 }
}

struct Judge<'a> {
    offices: &'a [Document],
    dice: Dice,
}

impl Judge<'_> {
    fn all(mut self) -> Vec<Judged> {
        let same_name = |a: &Document, b: &Document| fold::text(&a.name) == fold::text(&b.name);
        let same_reading = |a: &Document, b: &Document| same_name(a, b) || reading(a) == reading(b);
        let mut out = Vec::new();
        out.extend(self.draw("full name", 40, same_name, |o, _| Some(o.name.clone())));
        out.extend(self.draw("name without blanks", 15, same_name, |o, _| {
            o.name.contains([' ', '　']).then(|| o.name.split_whitespace().collect())
        }));
        out.extend(self.draw("name with blanks", 15, same_name, with_blank));
        out.extend(self.draw("reading", 25, same_reading, |o, _| o.kana.clone()));
        out.extend(
            self.draw("reading in the other kana", 15, same_reading, |o, _| {
                o.kana.as_deref().map(other_kana)
            }),
        );
        out.extend(self.partial());
        out.extend(self.draw("half width", 15, same_name, |o, _| half_width(&o.name)));
        out.extend(self.draw("full-width Latin", 10, same_name, |o, _| full_width(&o.name)));
        out.extend(self.draw("romaji", 20, same_reading, |o, _| o.kana.as_deref().and_then(romaji)));
        out.extend(self.draw("variant kanji", 15, same_name, |o, _| variant(&o.name)));
        let phone = |a: &Document, b: &Document| a.phones.iter().any(|phone| b.phones.contains(phone));
        out.extend(
            self.draw("telephone", 15, phone, |o, dice| o.phones.first().map(|p| spelled_phone(p, dice))),
        );
        out.extend(self.draw("end of telephone and name", 10, same_name, |o, _| {
            let end = o.phones.first()?.get(6..)?;
            let head: String = o.name.chars().take(4).collect();
            (head.chars().count() == 4 && !head.contains([' ', '　'])).then(|| format!("{head} {end}"))
        }));
        let number = |a: &Document, b: &Document| a.numbers == b.numbers;
        out.extend(
            self.draw("office number", 10, number, |o, _| {
                o.numbers.first().filter(|n| n.len() == 10).cloned()
            }),
        );
        let address =
            |a: &Document, b: &Document| fold::address(&b.address).contains(&fold::address(&a.address));
        out.extend(self.draw("address", 15, address, |o, _| respelled_address(&o.address)));
        let organization = |a: &Document, b: &Document| {
            a.organization.as_deref().map(fold::text) == b.organization.as_deref().map(fold::text)
        };
        out.extend(self.draw("organization", 15, organization, |o, _| {
            o.organization.clone().filter(|name| name.chars().count() > 7)
        }));
        out.extend(self.draw("typo", 20, same_name, slipped));
        out.extend(self.service_and_place());
        out
    }

    fn office(&mut self) -> Document {
        self.offices[self.dice.roll(self.offices.len())].clone()
    }

    fn draw(
        &mut self,
        kind: &'static str,
        count: usize,
        same: impl Fn(&Document, &Document) -> bool,
        ask: impl Fn(&Document, &mut Dice) -> Option<String>,
    ) -> Vec<Judged> {
        let mut out = Vec::new();
        for _ in 0..TRIES {
            if out.len() == count {
                break;
            }
            let office = self.office();
            let Some(q) = ask(&office, &mut self.dice).filter(|q| q.chars().count() > 1) else { continue };
            let relevant =
                self.offices.iter().filter(|other| same(&office, other)).map(|other| other.id).collect();
            out.push(Judged { kind, q, relevant });
        }
        out
    }

    /// A stretch of a name that at most three names hold.
    fn partial(&mut self) -> Vec<Judged> {
        let names: Vec<String> = self.offices.iter().map(|office| fold::text(&office.name)).collect();
        let mut out = Vec::new();
        while out.len() < 25 {
            let office = self.office();
            let letters: Vec<char> = office.name.chars().filter(|c| !c.is_whitespace()).collect();
            let length = 4 + self.dice.roll(5);
            if letters.len() <= length + 1 {
                continue;
            }
            let from = self.dice.roll(letters.len() - length);
            let part: String = letters[from..from + length].iter().collect();
            let folded = fold::text(&part);
            if (1..=3).contains(&names.iter().filter(|name| name.contains(&folded)).count()) {
                let name = fold::text(&office.name);
                let same = self.offices.iter().zip(&names).filter(|(_, other)| **other == name);
                let relevant = same.map(|(other, _)| other.id).collect();
                out.push(Judged { kind: "part of a name", q: part, relevant });
            }
        }
        out
    }

    /// A synonym of a service and a municipality: every office of both is right.
    fn service_and_place(&mut self) -> Vec<Judged> {
        let mut out = Vec::new();
        while out.len() < 25 {
            let office = self.office();
            let Some(municipality) = office.municipality else { continue };
            let Some(service) = office.services.first().and_then(|s| ServiceType::from_index(*s)) else {
                continue;
            };
            let words = synonyms::words_of(service);
            if words.is_empty() {
                continue;
            }
            let word = self.dice.pick(words).clone();
            let Some(meaning) = synonyms::meaning(&fold::text(&word)).filter(|m| !m.services.is_empty())
            else {
                continue;
            };
            let Some(city) = city_of(&office.address) else { continue };
            let q =
                if self.dice.roll(3) == 0 { format!("{city}の{word}") } else { format!("{city} {word}") };
            let right = |other: &&Document| {
                other.municipality == Some(municipality)
                    && meaning.services.iter().any(|service| other.services.contains(&service.index()))
            };
            let relevant = self.offices.iter().filter(right).map(|other| other.id).collect();
            out.push(Judged { kind: "synonym and place", q, relevant });
        }
        out
    }
}

fn reading(office: &Document) -> String {
    office.kana.as_deref().map(fold::reading_key).unwrap_or_default()
}

/// 市 or 区 with its name, cut from an address.
fn city_of(address: &str) -> Option<&str> {
    let start = address.find(['都', '道', '府', '県']).map(|at| at + '都'.len_utf8())?;
    let rest = &address[start..];
    let end = rest.find('市').map(|at| at + '市'.len_utf8())?;
    (!rest[end..].chars().take(5).any(|c| c == '区')).then_some(&rest[..end])
}

fn with_blank(office: &Document, dice: &mut Dice) -> Option<String> {
    // A blank where a word ends: before the kind of service.
    let at =
        ["居宅", "ケアプラン", "訪問", "デイ", "介護", "相談"].iter().find_map(|word| office.name.find(word));
    let at = at.filter(|at| *at > 3)?;
    let blank = *dice.pick(&[" ", "　"]);
    Some(format!("{}{blank}{}", office.name[..at].trim(), &office.name[at..]))
}

fn other_kana(kana: &str) -> String {
    kana.chars()
        .map(|c| match c {
            'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
            'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
            c => c,
        })
        .collect()
}

const FULL: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンァィゥェォャュョッー";
const HALF: &str = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｧｨｩｪｫｬｭｮｯｰ";

/// Katakana to half width, voicing marks apart; `None` for a name with fewer than four.
fn half_width(name: &str) -> Option<String> {
    let plain = |c: char| FULL.chars().position(|full| full == c).and_then(|at| HALF.chars().nth(at));
    let mut count = 0;
    let mut out = String::new();
    for c in name.chars() {
        let voiced = char::from_u32((c as u32).wrapping_sub(1)).and_then(plain).map(|half| (half, 'ﾞ'));
        let plosive = char::from_u32((c as u32).wrapping_sub(2)).and_then(plain).map(|half| (half, 'ﾟ'));
        let marked = if "ガギグゲゴザジズゼゾダヂヅデドバビブベボ".contains(c) {
            voiced
        } else if "パピプペポ".contains(c) {
            plosive
        } else {
            None
        };
        match (plain(c), marked) {
            (Some(half), _) => out.push(half),
            (None, Some((half, mark))) => out.extend([half, mark]),
            _ => {
                out.push(c);
                continue;
            }
        }
        count += 1;
    }
    (count >= 4).then_some(out)
}

fn full_width(name: &str) -> Option<String> {
    let latin = name.chars().filter(char::is_ascii_alphabetic).count();
    let widen =
        |c: char| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c };
    (latin >= 2).then(|| name.chars().map(widen).collect())
}

fn variant(name: &str) -> Option<String> {
    const PAIRS: [(char, char); 16] = [
        ('高', '髙'),
        ('崎', '﨑'),
        ('斎', '齋'),
        ('沢', '澤'),
        ('桜', '櫻'),
        ('広', '廣'),
        ('島', '嶋'),
        ('真', '眞'),
        ('恵', '惠'),
        ('栄', '榮'),
        ('会', '會'),
        ('竜', '龍'),
        ('浜', '濱'),
        ('国', '國'),
        ('辺', '邊'),
        ('鉄', '鐵'),
    ];
    let swap = |c: char| {
        PAIRS.iter().find_map(|(new, old)| match c {
            _ if c == *new => Some(*old),
            _ if c == *old => Some(*new),
            _ => None,
        })
    };
    name.contains(|c| swap(c).is_some()).then(|| name.chars().map(|c| swap(c).unwrap_or(c)).collect())
}

fn spelled_phone(digits: &str, dice: &mut Dice) -> String {
    let (head, rest) = digits.split_at(3);
    let (middle, end) = rest.split_at(rest.len() - 4);
    let wide =
        |text: &str| text.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c)).collect::<String>();
    match dice.roll(4) {
        0 => digits.to_owned(),
        1 => format!("{head}-{middle}-{end}"),
        2 => format!("{}（{}）{}", wide(head), wide(middle), wide(end)),
        _ => format!("{head} {middle} {end}"),
    }
}

/// Numerals and joints spelled another way than the file has them.
fn respelled_address(address: &str) -> Option<String> {
    if address.chars().count() < 12 || !address.contains("丁目") {
        return None;
    }
    let kanji = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let letters: Vec<char> = address.chars().collect();
    let mut out = String::new();
    for (at, c) in letters.iter().enumerate() {
        let digit = fold::base(&c.to_string()).chars().next().and_then(|c| c.to_digit(10));
        match digit {
            Some(digit)
                if letters.get(at + 1) == Some(&'丁') && !out.ends_with(|c: char| c.is_ascii_digit()) =>
            {
                out.push_str(kanji[digit as usize]);
            }
            Some(digit) => out.push_str(&digit.to_string()),
            None => out.push(*c),
        }
    }
    Some(out)
}

fn slipped(office: &Document, dice: &mut Dice) -> Option<String> {
    let mut letters: Vec<char> = office.name.chars().filter(|c| !c.is_whitespace()).collect();
    if letters.len() < 6 {
        return None;
    }
    let at = 1 + dice.roll(letters.len() - 2);
    match dice.roll(3) {
        0 => letters[at] = 'ぬ',
        1 => {
            letters.remove(at);
        }
        _ => letters.swap(at, at - 1),
    }
    let slip: String = letters.into_iter().collect();
    (fold::text(&slip) != fold::text(&office.name)).then_some(slip)
}

/// Hepburn as people type it; `None` where the reading holds anything but kana.
fn romaji(kana: &str) -> Option<String> {
    const ROWS: [(&str, &str); 75] = [
        ("きゃ", "kya"),
        ("きゅ", "kyu"),
        ("きょ", "kyo"),
        ("しゃ", "sha"),
        ("しゅ", "shu"),
        ("しょ", "sho"),
        ("ちゃ", "cha"),
        ("ちゅ", "chu"),
        ("ちょ", "cho"),
        ("にゃ", "nya"),
        ("にゅ", "nyu"),
        ("にょ", "nyo"),
        ("ひゃ", "hya"),
        ("ひょ", "hyo"),
        ("りゃ", "rya"),
        ("りゅ", "ryu"),
        ("りょ", "ryo"),
        ("ぎょ", "gyo"),
        ("ぎゅ", "gyu"),
        ("じゃ", "ja"),
        ("じゅ", "ju"),
        ("じょ", "jo"),
        ("びょ", "byo"),
        ("あ", "a"),
        ("い", "i"),
        ("う", "u"),
        ("え", "e"),
        ("お", "o"),
        ("か", "ka"),
        ("き", "ki"),
        ("く", "ku"),
        ("け", "ke"),
        ("こ", "ko"),
        ("さ", "sa"),
        ("し", "shi"),
        ("す", "su"),
        ("せ", "se"),
        ("そ", "so"),
        ("た", "ta"),
        ("ち", "chi"),
        ("つ", "tsu"),
        ("て", "te"),
        ("と", "to"),
        ("な", "na"),
        ("に", "ni"),
        ("の", "no"),
        ("は", "ha"),
        ("ひ", "hi"),
        ("ふ", "fu"),
        ("へ", "he"),
        ("ほ", "ho"),
        ("ま", "ma"),
        ("み", "mi"),
        ("む", "mu"),
        ("め", "me"),
        ("も", "mo"),
        ("や", "ya"),
        ("ゆ", "yu"),
        ("よ", "yo"),
        ("ら", "ra"),
        ("り", "ri"),
        ("る", "ru"),
        ("れ", "re"),
        ("ろ", "ro"),
        ("わ", "wa"),
        ("が", "ga"),
        ("ぎ", "gi"),
        ("ぐ", "gu"),
        ("げ", "ge"),
        ("ご", "go"),
        ("じ", "ji"),
        ("だ", "da"),
        ("で", "de"),
        ("ど", "do"),
        ("ば", "ba"),
    ];
    let folded = fold::text(kana);
    let (mut rest, mut out) = (folded.as_str(), String::new());
    while let Some(c) = rest.chars().next() {
        if let Some((head, latin)) = ROWS.iter().find(|(head, _)| rest.starts_with(head)) {
            out.push_str(latin);
            rest = &rest[head.len()..];
            continue;
        }
        // ん before a vowel would be read with it; long marks are left out as people leave them out.
        match c {
            'ん' => out.push_str("n'"),
            'ー' => {}
            _ => return None,
        }
        rest = &rest[c.len_utf8()..];
    }
    Some(out)
}

//! Pictures people hand in: decoded within limits and encoded anew, so that nothing of the file itself is kept —
//! neither position nor camera, nor a script behind the last pixel.

use hoshizu_store::photo::Photo;
use image::{
    DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};
use std::io::Cursor;

/// Bytes of a file that is looked at: what telephones take has 2–6 MB.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;
/// Pixels along either side of a picture that is decoded.
const MOST_SIDE: u32 = 10_000;
/// Memory decoding may take: 40 megapixels in RGBA.
const MOST_MEMORY: u64 = 160 * 1024 * 1024;
/// Pixels along the longer side of what is kept: a page shows 560 CSS pixels, twice that on a dense screen.
const KEPT_SIDE: u32 = 1_120;
/// JPEG quality of what is kept; above it the file grows faster than the picture gains.
const QUALITY: u8 = 82;

/// Why a picture is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// None of the formats taken.
    #[error("JPEG, PNG or WebP")]
    Format,
    /// More pixels than are decoded.
    #[error("at most {MOST_SIDE} pixels a side and 40 megapixels")]
    TooLarge,
    /// The file is cut short or no picture.
    #[error("the picture cannot be read")]
    Damaged,
}

/// The picture as it is kept: upright, within [`KEPT_SIDE`], JPEG without metadata. Takes up to a second of CPU.
pub fn prepare(bytes: &[u8]) -> Result<Photo, PhotoError> {
    let mut reader = ImageReader::new(Cursor::new(bytes));
    reader = reader.with_guessed_format().map_err(|_error| PhotoError::Damaged)?;
    // By content, never by name or stated type; decoders of other formats are not even compiled in.
    let known = matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP));
    if !known {
        return Err(PhotoError::Format);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| reason(&error))?;
    // Asked before a pixel is decoded: a bomb states its size in its head.
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(PhotoError::TooLarge);
    }
    let orientation = decoder.orientation().map_err(|error| reason(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| reason(&error))?;
    picture.apply_orientation(orientation);
    let larger = picture.width().max(picture.height());
    if larger > KEPT_SIDE {
        picture = picture.resize(KEPT_SIDE, KEPT_SIDE, FilterType::Triangle);
    }
    let picture = picture.to_rgb8();
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    picture.write_with_encoder(encoder).map_err(|error| reason(&error))?;
    Ok(Photo::new(picture.width(), picture.height(), jpeg))
}

fn reason(error: &image::ImageError) -> PhotoError {
    match error {
        image::ImageError::Limits(_) => PhotoError::TooLarge,
        image::ImageError::Unsupported(_) => PhotoError::Format,
        _ => PhotoError::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let picture = RgbImage::from_fn(width, height, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, 90]));
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    /// A JPEG whose EXIF says where it was taken and that it lies on its side (orientation 6).
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        exif.extend_from_slice(b"GPS 35.6812N 139.7671E of somebody's home");
        let length = (exif.len() + 2) as u16;
        let mut bytes = jpeg[..2].to_vec();
        bytes.extend_from_slice(&[0xff, 0xe1]);
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(&exif);
        bytes.extend_from_slice(&jpeg[2..]);
        bytes
    }

    #[test]
    fn every_format_taken_becomes_a_jpeg_within_the_size_kept() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let photo = prepare(&encoded(2_000, 1_000, format)).unwrap();
            assert_eq!((photo.width, photo.height), (KEPT_SIDE, KEPT_SIDE / 2), "{format:?}");
            assert!(photo.jpeg.starts_with(&[0xff, 0xd8, 0xff]));
        }
        let small = prepare(&encoded(40, 30, ImageFormat::Png)).unwrap();
        assert_eq!((small.width, small.height), (40, 30), "a small picture is not blown up");
    }

    #[test]
    fn where_and_with_what_a_picture_was_taken_is_not_kept_and_it_stands_upright() {
        let file = with_exif(&encoded(60, 40, ImageFormat::Jpeg));
        let photo = prepare(&file).unwrap();
        assert_eq!((photo.width, photo.height), (40, 60), "turned as the camera was held");
        let holds = |needle: &[u8]| photo.jpeg.windows(needle.len()).any(|window| window == needle);
        assert!(!holds(b"Exif") && !holds(b"GPS"));
    }

    #[test]
    fn what_hangs_behind_or_inside_a_picture_is_not_kept() {
        let script = b"<script>alert(1)</script><?php system($_GET['c']);";
        let mut file = encoded(60, 40, ImageFormat::Png);
        file.extend_from_slice(script);
        let photo = prepare(&file).unwrap();
        assert!(!photo.jpeg.windows(8).any(|window| window == b"<script>"));
    }

    #[test]
    fn what_is_no_picture_of_ours_is_refused() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        assert_eq!(prepare(svg), Err(PhotoError::Format));
        assert_eq!(prepare(b"GIF89a\x01\0\x01\0\0\0\0;"), Err(PhotoError::Format));
        assert_eq!(prepare(b"%PDF-1.7 \xff\xd8\xff"), Err(PhotoError::Format));
        assert_eq!(prepare(b""), Err(PhotoError::Format));
        assert_eq!(prepare(&encoded(60, 40, ImageFormat::Jpeg)[..200]).unwrap_err(), PhotoError::Damaged);
    }

    #[test]
    fn a_bomb_is_refused_by_its_head_before_it_is_unpacked() {
        // A PNG head that claims 30,000 × 30,000 pixels (2.7 GB), with the right checksum.
        let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0".to_vec();
        let checksum = crc(&bomb[12..]);
        bomb.extend_from_slice(&checksum.to_be_bytes());
        bomb.extend_from_slice(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
        assert_eq!(prepare(&bomb), Err(PhotoError::TooLarge));
    }

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(
                crc ^ u32::from(*byte),
                |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 },
            )
        })
    }
}

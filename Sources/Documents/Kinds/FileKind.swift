import Diagnostics

/// What a file is, by its bytes. Names are claims: a JPEG is a JPEG whatever it is called.
package enum FileKind: Sendable, Hashable, CaseIterable {
    // Pictures that are shown.
    case jpeg, png, webp, gif, svg
    // Pictures that browsers do not show.
    case heic, avif, tiff, bmp, photoshop, metafile
    // Documents that can be looked into.
    case pdf, docx, xlsx, pptx, odt, ods, odp, ofd, rtf, zip
    // Text, and what is text to the eye and more to a browser.
    case text, xml, html
    // Films and sound.
    case mp4, quickTime, webm, mp3, wav, ogg
    // Documents and archives that nothing looks into.
    case oldOffice, binaryWorkbook, dwg, sevenZip, rar, gzip
    /// The icon of a site.
    case icon
    /// Whatever a system or a browser runs.
    case program
    case unknown

    /// The endings of Office files that hold programs.
    package static let macroEndings: Set<String> = ["docm", "dotm", "xlsm", "xltm", "pptm", "potm", "ppsm"]

    /// What is done with files of a kind.
    package enum Treatment: Sendable, Hashable {
        /// Other pictures are made of it; it is not published itself.
        case rendered
        /// It is looked into.
        case document
        /// It is searched, whatever its encoding.
        case text
        /// It may be published; nothing tells what it holds.
        case opaque
        /// A picture that no browser shows.
        case unshowable
        /// It is not published.
        case refused
    }

    package var treatment: Treatment {
        switch self {
        case .jpeg, .png, .webp: .rendered
        case .gif, .svg, .pdf, .docx, .xlsx, .pptx, .odt, .ods, .odp, .ofd, .rtf, .zip, .mp4, .quickTime: .document
        case .text, .xml: .text
        case .webm, .mp3, .wav, .ogg, .oldOffice, .binaryWorkbook, .dwg, .sevenZip, .rar, .gzip, .icon: .opaque
        case .heic, .avif, .tiff, .bmp, .photoshop, .metafile: .unshowable
        case .html, .program, .unknown: .refused
        }
    }

    /// The endings under which files of the kind are published, in lower case, the usual one first; an empty one stands for
    /// a name without ending. What is not here is not published.
    package var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg", "jfif", "jpe", "jif", "pjpeg", "pjp"]
        case .png: ["png"]
        case .webp: ["webp"]
        case .gif: ["gif"]
        case .svg: ["svg"]
        case .heic: ["heic", "heif"]
        case .avif: ["avif"]
        case .tiff: ["tif", "tiff", "dng", "nef", "arw", "cr2", "raw"]
        case .bmp: ["bmp"]
        case .metafile: ["emf", "wmf"]
        case .photoshop: ["psd"]
        case .pdf: ["pdf"]
        case .docx: ["docx", "dotx"]
        case .xlsx: ["xlsx", "xltx"]
        case .pptx: ["pptx", "potx", "ppsx"]
        case .odt: ["odt", "ott"]
        case .ods: ["ods", "ots"]
        case .odp: ["odp", "otp"]
        case .ofd: ["ofd"]
        // Word and WPS save it under the ending of their own format as well.
        case .rtf: ["rtf", "doc"]
        case .zip: ["zip"]
        case .text:
            [
                "txt", "text", "log", "csv", "tsv", "json", "geojson", "yaml", "yml", "webmanifest", "md", "ics", "srt",
                "vtt", "",
            ]
        case .xml: ["xml", "txt", "text", "log", "kml", "gpx"]
        case .html: ["txt", "text", "log"]
        case .mp4: ["mp4", "m4v", "m4a"]
        case .quickTime: ["mov", "qt"]
        case .webm: ["webm"]
        case .mp3: ["mp3"]
        case .wav: ["wav"]
        case .ogg: ["ogg", "oga", "ogv"]
        case .oldOffice: ["doc", "xls", "ppt", "wps", "et", "dps"]
        case .binaryWorkbook: ["xlsb"]
        case .dwg: ["dwg"]
        case .sevenZip: ["7z"]
        case .rar: ["rar"]
        case .gzip: ["gz", "tgz"]
        case .icon: ["ico"]
        case .program: []
        // Formats of one program, whose bytes say nothing.
        case .unknown: ["wps", "et", "dps", "ceb"]
        }
    }

    /// Whether files of the kind are ZIP archives.
    package var isArchive: Bool {
        switch self {
        case .docx, .xlsx, .pptx, .odt, .ods, .odp, .ofd, .binaryWorkbook, .zip: true
        default: false
        }
    }

    /// How a name and the bytes behind it go together.
    package enum Match: Sendable, Hashable {
        /// The kind may be published under that name.
        case right
        /// The name promises another kind.
        case promises(FileKind)
        /// A document, under an ending that nothing has.
        case misnamed
        /// Neither the name nor the kind is on the list.
        case unlisted
    }

    /// - Parameter name: the file's name.
    package func match(_ name: String) -> Match {
        let ending = Self.ending(of: name)
        guard Self.partRunByServers(name) == nil else { return .unlisted }
        if endings.contains(ending) { return .right }
        // A text under an ending that only one program reads says nothing wrong.
        if self == .text, FileKind.unknown.endings.contains(ending) { return .right }
        if let promised = Self.promised(by: name) { return .promises(promised) }
        switch treatment {
        case .rendered, .unshowable: return .right
        case .text, .refused, .opaque: return .unlisted
        // An archive under an ending of its own is a format that is made of one: books, apps, drawings.
        case .document: return self == .zip && !ending.isEmpty ? .unlisted : .misnamed
        }
    }

    /// The kind whose ending a name has: the one that usually has it, where there are several.
    package static func promised(by name: String) -> FileKind? {
        let ending = ending(of: name)
        guard !ending.isEmpty else { return nil }
        let kinds = allCases.filter { $0 != .unknown && $0.endings.contains(ending) }
        return kinds.first { $0.endings.first == ending } ?? kinds.first
    }

    /// The ending of a name in lower case, without its dot; empty for a name without one.
    package static func ending(of name: String) -> String {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
    }

    /// Endings that servers run wherever they stand in a name: Apache's `AddHandler` takes `list.php.txt` for a program.
    private static let runByServers: Set<Substring> = [
        "php", "php3", "php4", "php5", "php7", "php8", "phtml", "phar", "pht", "shtml", "shtm", "stm", "cgi", "fcgi",
        "pl", "py", "rb", "asp", "aspx", "ashx", "asmx", "jsp", "jspx", "cfm", "htaccess", "htpasswd",
    ]

    /// The part of a name by which servers take the file for a program, such as `php`; `nil` for none.
    package static func partRunByServers(_ name: String) -> String? {
        name.lowercased().split(separator: ".", omittingEmptySubsequences: false).dropFirst()
            .first(where: runByServers.contains).map(String.init)
    }
}

extension FileKind {
    /// The kind in words, to follow “is”; in Chinese with the space that stands before Latin letters.
    package var name: LocalizedText {
        let words = words
        let isLatin = words.zh.unicodeScalars.first.map(\.isASCII) ?? false
        return LocalizedText(zh: isLatin ? " " + words.zh : words.zh, en: words.en)
    }

    private var words: LocalizedText {
        switch self {
        case .jpeg: LocalizedText(zh: "JPEG 图片", en: "a JPEG picture")
        case .png: LocalizedText(zh: "PNG 图片", en: "a PNG picture")
        case .webp: LocalizedText(zh: "WebP 图片", en: "a WebP picture")
        case .gif: LocalizedText(zh: "GIF 图片", en: "a GIF picture")
        case .svg: LocalizedText(zh: "SVG 图形", en: "an SVG drawing")
        case .heic: LocalizedText(zh: "HEIC 照片", en: "a HEIC photo")
        case .avif: LocalizedText(zh: "AVIF 图片", en: "an AVIF picture")
        case .tiff: LocalizedText(zh: "TIFF 图片", en: "a TIFF picture")
        case .bmp: LocalizedText(zh: "BMP 图片", en: "a BMP picture")
        case .metafile: LocalizedText(zh: "EMF 或 WMF 图片", en: "an EMF or WMF picture")
        case .photoshop: LocalizedText(zh: "Photoshop 文件", en: "a Photoshop file")
        case .pdf: LocalizedText(zh: "PDF 文件", en: "a PDF file")
        case .docx: LocalizedText(zh: "Word 文件（docx）", en: "a Word file (docx)")
        case .xlsx: LocalizedText(zh: "Excel 表格（xlsx）", en: "an Excel workbook (xlsx)")
        case .pptx: LocalizedText(zh: "演示文稿（pptx）", en: "a presentation (pptx)")
        case .odt, .ods, .odp: LocalizedText(zh: "OpenDocument 文件", en: "an OpenDocument file")
        case .ofd: LocalizedText(zh: "OFD 文件", en: "an OFD file")
        case .rtf: LocalizedText(zh: "RTF 文件", en: "an RTF file")
        case .zip: LocalizedText(zh: "ZIP 压缩包", en: "a ZIP archive")
        case .text: LocalizedText(zh: "文本文件", en: "a text file")
        case .xml: LocalizedText(zh: "XML 文件", en: "an XML file")
        case .html: LocalizedText(zh: "网页", en: "a web page")
        case .mp4: LocalizedText(zh: "MP4 视频", en: "an MP4 film")
        case .quickTime: LocalizedText(zh: "MOV 视频", en: "a QuickTime film")
        case .webm: LocalizedText(zh: "WebM 视频", en: "a WebM film")
        case .mp3, .wav, .ogg: LocalizedText(zh: "音频文件", en: "a sound file")
        case .oldOffice: LocalizedText(zh: "旧版 Office 文件", en: "a file of an old Office version")
        case .binaryWorkbook: LocalizedText(zh: "Excel 二进制表格（xlsb）", en: "a binary workbook (xlsb)")
        case .dwg: LocalizedText(zh: "DWG 图纸", en: "a DWG drawing")
        case .sevenZip, .rar, .gzip: LocalizedText(zh: "压缩包", en: "a packed archive")
        case .icon: LocalizedText(zh: "图标文件", en: "an icon")
        case .program: LocalizedText(zh: "程序", en: "a program")
        case .unknown: LocalizedText(zh: "无法识别的文件", en: "a file that cannot be recognised")
        }
    }

    /// What may be published, in words for whoever has something else.
    package static let published = LocalizedText(
        zh: "可以发布的有：图片（JPEG、PNG、WebP、GIF、SVG）、PDF、OFD、docx、xlsx、pptx、OpenDocument、RTF、文本（txt、csv、json）、ZIP 和 MP4",
        en:
            "What may be published: pictures (JPEG, PNG, WebP, GIF, SVG), PDF, OFD, docx, xlsx, pptx, OpenDocument, RTF, text (txt, csv, json), ZIP and MP4"
    )
}

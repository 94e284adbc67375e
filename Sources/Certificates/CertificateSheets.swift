import CPrint
import Content
import Diagnostics
import SiteModel
import Values

/// Why certificates could not be made.
package enum CertificateError: Error, Sendable, Equatable {
    /// The edition is in publicity or a draft: nobody holds its title yet.
    case notFinal
    case nobody
    case fontsMissing
    /// The fonts lack characters of a text.
    case charactersMissing(String)
    /// An address is too long for a QR code.
    case addressTooLong(String)
    case failed

    package var message: LocalizedText {
        switch self {
        case .notFinal:
            LocalizedText(zh: "这个年度还没有公布，不出证书。", en: "The edition is not final: there are no certificates.")
        case .nobody: LocalizedText(zh: "这个年度没有有效的称号。", en: "Nobody holds a title of this edition.")
        case .fontsMissing:
            LocalizedText(
                zh: "没有安装字体（Debian 的 fonts-noto-cjk）。", en: "The fonts are not installed: Debian's fonts-noto-cjk.")
        case .charactersMissing(let text):
            LocalizedText(zh: "字体中缺少“\(text)”里的字。", en: "The fonts lack characters of “\(text)”.")
        case .addressTooLong(let url):
            LocalizedText(zh: "网址太长，不能做成二维码：\(url)", en: "The address is too long for a QR code: \(url)")
        case .failed: LocalizedText(zh: "PDF 生成失败。", en: "The PDF could not be made.")
        }
    }
}

/// Certificates for print: a page for every title of an edition that is held. No seal is drawn, and what is withdrawn or in
/// publicity gets none.
package enum CertificateSheets {
    /// - Parameter year: of a public edition.
    /// - Returns: a PDF that is the same whenever it is made, and the number of its pages.
    /// - Throws: `CertificateError`.
    package static func pdf(
        edition: Edition, in site: Site, template: CertificateTemplate
    ) throws -> (bytes: [UInt8], pageCount: Int) {
        guard edition.state == .final else { throw CertificateError.notFinal }
        let teams = edition.teams.map { site.teams[$0] }.filter(\.isHeld)
        guard !teams.isEmpty else { throw CertificateError.nobody }
        guard showcase_print_fonts_are_there() != 0 else { throw CertificateError.fontsMissing }
        let day = edition.entry.published?.value ?? site.day
        guard
            let print = showcase_print_new(
                points(template.width), points(template.height), "\(edition.year) \(site.configuration.honorName)",
                "\(day)T00:00:00Z")
        else { throw CertificateError.failed }
        defer { showcase_print_free(print) }
        for (index, team) in teams.enumerated() {
            if index > 0 { showcase_print_next_page(print) }
            let values = values(of: team, edition: edition, in: site)
            for item in template.items { try draw(item, values, language: site.configuration.language, on: print) }
        }
        var start: UnsafePointer<UInt8>?
        var count = 0
        guard showcase_print_finish(print, &start, &count) == 1, let start else { throw CertificateError.failed }
        return (Array(UnsafeBufferPointer(start: start, count: count)), teams.count)
    }

    private static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }

    private static func values(of team: Team, edition: Edition, in site: Site) -> [String: String] {
        let isChinese = site.configuration.language == .chinese
        return [
            "year": String(team.year), "team": team.name, "enterprise": team.row.enterprise.value,
            "province": isChinese ? team.province.fullName : team.province.englishName,
            "honor": site.configuration.honorName, "number": "\(team.year)-\(team.id)", "id": team.id.text,
            "members": team.row[RosterFields.members].map { String($0.value) } ?? "",
            "recommender": team.association.map { site.associations[$0].name } ?? "",
            "organisation": site.configuration.organisation.name, "document": edition.entry.document?.value ?? "",
            "published": edition.entry.published.map { isChinese ? chinese($0.value) : $0.value.description } ?? "",
            // As on every page of a site whose teams are invented.
            "sample": !site.configuration.isSample
                ? "" : isChinese ? "样例：班组和企业均为虚构" : "Sample: teams and enterprises are invented",
            "url": site.configuration.baseURL.absolute(team.url),
        ]
    }

    private static func chinese(_ day: CalendarDate) -> String { "\(day.year)年\(day.month)月\(day.day)日" }

    // MARK: Drawing

    private static func draw(
        _ item: CertificateTemplate.Item, _ values: [String: String], language: SiteLanguage, on print: OpaquePointer
    ) throws {
        switch item.kind {
        case .frame(let height):
            showcase_print_rectangle(print, points(item.x), points(item.y), points(item.width), points(height))
        case .qr: try drawCode(values["url"] ?? "", item, on: print)
        case .text(let texts):
            guard let text = CertificateText.filled(texts[language] ?? "", values) else { return }
            try draw(text, item, on: print)
        }
    }

    private static func draw(_ text: String, _ item: CertificateTemplate.Item, on print: OpaquePointer) throws {
        var style = showcase_print_style(
            x: points(item.x), y: points(item.y), width: points(item.width), size: item.size, font: item.font.value,
            align: item.alignment.value, grey: item.grey)
        let line = showcase_print_text(print, "国", &style, 0).height / item.size
        // Long names are set smaller rather than over what stands below them, but stay readable.
        while showcase_print_text(print, text, &style, 0).height > line * style.size
            * (Double(item.maximumLines) + 0.5),
            style.size > item.size / 2
        {
            style.size *= 0.95
        }
        let extent = showcase_print_text(print, text, &style, 1)
        guard extent.missing == 0 else { throw CertificateError.charactersMissing(text) }
    }

    private static func drawCode(_ url: String, _ item: CertificateTemplate.Item, on print: OpaquePointer) throws {
        guard let code = QRCode(url) else { throw CertificateError.addressTooLong(url) }
        let module = points(item.width) / Double(code.width)
        for row in 0..<code.width {
            var column = 0
            while column < code.width {
                let start = column
                while column < code.width, code.modules[row * code.width + column] { column += 1 }
                if column > start {
                    // Neighbours are one area: seams between them would show.
                    showcase_print_fill(
                        print, points(item.x) + Double(start) * module, points(item.y) + Double(row) * module,
                        Double(column - start) * module, module * 1.02)
                }
                column += 1
            }
        }
    }
}

extension CertificateTemplate.Font {
    fileprivate var value: showcase_print_font {
        switch self {
        case .song: SHOWCASE_PRINT_SONG
        case .songBold: SHOWCASE_PRINT_SONG_BOLD
        case .hei: SHOWCASE_PRINT_HEI
        }
    }
}

extension CertificateTemplate.Alignment {
    fileprivate var value: showcase_print_align {
        switch self {
        case .left: SHOWCASE_PRINT_LEFT
        case .centre: SHOWCASE_PRINT_CENTRE
        case .right: SHOWCASE_PRINT_RIGHT
        }
    }
}

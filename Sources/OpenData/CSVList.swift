import Content
import Fields
import SiteModel
import Values

/// Teams as CSV for spreadsheets: UTF-8 with a byte order mark, so that Excel and WPS read Chinese; CRLF; RFC 4180.
enum CSVList {
    static func bytes(of teams: [Team], in site: Site) -> [UInt8] {
        let isChinese = site.configuration.language == .chinese
        let criteria = site.configuration.publishesScores ? Criterion.allCases : []
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        bytes.reserveCapacity(teams.count * 256 + 512)
        let header =
            ListColumn.all.map { isChinese ? $0.chineseName : $0.name }
            + criteria.map { isChinese ? $0.chineseName : $0.rawValue }
        appendRow(header.map { .text($0) }, isChinese, to: &bytes)
        for team in teams {
            let scores = site.publishedScores(of: team) ?? [:]
            let points = criteria.map { scores[$0].map { CellValue.number($0) } }
            appendRow(ListColumn.all.map { $0.value(team, site) } + points, isChinese, to: &bytes)
        }
        return bytes
    }

    private static func appendRow(_ values: [CellValue?], _ isChinese: Bool, to bytes: inout [UInt8]) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if let value { append(value, isChinese, to: &bytes) }
        }
        bytes += [0x0D, 0x0A]
    }

    private static func append(_ value: CellValue, _ isChinese: Bool, to bytes: inout [UInt8]) {
        let written = value.text(isChinese: isChinese)
        switch value {
        case .integer, .number: bytes += written.utf8
        case .text, .word, .list: append(text: FormulaGuard.guarded(written), to: &bytes)
        }
    }

    private static func append(text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { cell in
            let needsQuotes = cell.contains { byte in
                byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 0x0D || byte == 0x0A
            }
            guard needsQuotes else { return bytes.append(contentsOf: cell) }
            bytes.append(UInt8(ascii: "\""))
            for byte in cell {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }
}

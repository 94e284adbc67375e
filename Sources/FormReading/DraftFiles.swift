import Content

/// The files of a draft.
package enum DraftFiles {
    /// A file that is to be made, relative to the site's folder.
    package struct File: Sendable {
        package let path: String
        package let bytes: [UInt8]
    }

    private static let columns: [RosterColumn] = [
        .id, .team, .enterprise, .province, .mode, .recommender, .honors, .members, .standing,
    ]

    /// The header of a roster, and the columns of `row`.
    package static func header(_ language: SiteLanguage) -> String {
        columns.map { $0.name(isChinese: language == .chinese) }.joined(separator: ",") + "\r\n"
    }

    /// The write-up, in a folder of its own when it has pictures.
    package static func writeUp(of draft: FormDraft, at place: DraftPlacement.Place) -> [File] {
        let folder = "content/awards/\(place.year)"
        let text = Array((frontMatter(of: draft, at: place) + draft.body).utf8)
        guard !draft.pictures.isEmpty else { return [File(path: "\(folder)/\(place.id).md", bytes: text)] }
        return [File(path: "\(folder)/\(place.id)/index.md", bytes: text)]
            + draft.pictures.map { File(path: "\(folder)/\(place.id)/\($0.name)", bytes: $0.bytes) }
    }

    /// A write-up bears the name that the roster gives its team.
    private static func frontMatter(of draft: FormDraft, at place: DraftPlacement.Place) -> String {
        """
        ---
        title: \(quoted(place.listed?.team ?? draft.team))
        # 请补写后去掉行首的 #：摘要（30 至 120 字）、成立时间、注册时间。
        # summary:
        # established: 2018-03-01
        # registered: 2019-03-01
        # 由申报表导入的草稿，核对后删去下一行。
        draft: true
        ---


        """
    }

    /// A write-up in two: its front matter with the empty lines behind it, and its text.
    package static func split(_ text: String) -> (head: String, body: String) {
        var end = text.startIndex
        var lines = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let isMark = line.trimmingPrefix("\u{FEFF}") == "---"
            if lines == 0, !isMark { return ("", text) }
            end = line.endIndex < text.endIndex ? text.index(after: line.endIndex) : line.endIndex
            lines += 1
            guard lines > 1, isMark else { continue }
            while end < text.endIndex, text[end].isNewline { end = text.index(after: end) }
            return (String(text[..<end]), String(text[end...]))
        }
        return ("", text)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The row of the roster, without the byte order mark and header.
    package static func row(
        of draft: FormDraft, at place: DraftPlacement.Place, _ language: SiteLanguage
    ) -> String {
        let mode = draft.recommender.isEmpty ? ApplicationMode.selfNominated : .recommended
        let values: [RosterColumn: String] = [
            .id: place.id, .team: draft.team, .enterprise: draft.enterprise,
            .province: place.province?.shortName ?? "", .mode: mode.rawValue, .recommender: draft.recommender,
            .honors: Honor.title.rawValue, .members: draft.members, .standing: Standing.held.rawValue,
        ]
        // Forms come from outside, and rosters are opened in spreadsheet programs.
        let cells = columns.map { column in
            FormulaGuard.guarded(
                column.written(values[column] ?? "", isChinese: language == .chinese))
        }
        return CSVTable.text([cells]).dropLast() + "\r\n"
    }
}

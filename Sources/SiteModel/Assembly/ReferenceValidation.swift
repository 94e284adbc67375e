import Addresses
import Content
import Diagnostics
import Rules
import Values

/// Finds references between content files that lead nowhere: editions, files, older versions, decisions, parents.
enum ReferenceValidation {
    static func findings(in visible: VisibleContent, teams: TeamList, all: SiteContent) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let years = Set(all.editions.map(\.year.value))
        func isUnusable(edition year: Int) -> Bool { all.unusable.paths.contains("content/awards/\(year)/index.md") }
        let paths = contentPaths(of: all)

        // What is linked and not public would be missing on the page without a word.
        let withheld = withheldFiles(visible, all: all)

        func checkPath(_ reference: Located<FileReference>?, from path: SitePath) {
            guard let reference, reference.value.webAddress == nil else { return }
            let target = reference.value.path(from: path)
            if let target, let reason = withheld[target.text] {
                findings.append(reason.finding(at: reference.range, on: visible.shownDay))
                return
            }
            if let target, paths.contains(target) || isFileOfUnusableForm(target) { return }
            findings.append(missingFile(reference, from: path, paths: paths))
        }

        // An older version that is not public any more is none the less the older one.
        func checkOlder(_ reference: Located<FileReference>?, from path: SitePath) {
            guard let target = reference?.value.path(from: path), withheld[target.text] != nil else {
                return checkPath(reference, from: path)
            }
        }

        // What a form's definition with errors would be made into is not there, which is not the mistake.
        func isFileOfUnusableForm(_ target: SitePath) -> Bool {
            all.unusable.paths.contains(target.folder + "/form.yaml")
        }

        for edition in visible.editions {
            let rosterPath = edition.page.path.resolving("roster.csv") ?? edition.page.path
            for row in edition.roster {
                for file in row.files { checkPath(file, from: rosterPath) }
            }
            let ids = edition.roster.map(\.id.value.text)
            for correction in edition.corrections {
                guard let id = correction.id, !ids.contains(id.value),
                    !all.unusable.explains(team: "\(edition.year.value)/\(id.value)")
                else { continue }
                findings.append(unknownTeam(id, of: correction, in: edition))
            }
        }
        for document in visible.documents.all {
            if let edition = document.edition, !years.contains(edition.value), !isUnusable(edition: edition.value) {
                findings.append(unknownEdition(edition, known: years))
            }
            for file in document.files { checkPath(file, from: document.page.path) }
            checkOlder(document.supersedes, from: document.page.path)
        }
        for writeUp in visible.writeUps.values.sorted(by: { $0.page.path < $1.page.path }) {
            for photo in writeUp[WriteUpFields.photos] { checkPath(photo.file, from: writeUp.page.path) }
        }
        let enterpriseIDs = visible.enterprises.map(\.id.value.text)
        // An entry with errors is not in the list.
        let isWhole = !all.unusable.paths.contains("content/enterprises.yaml")
        for enterprise in visible.enterprises where isWhole {
            guard let parent = enterprise.parent?.id, !enterpriseIDs.contains(parent.value.text) else { continue }
            findings.append(unknownEnterprise(parent.map(\.text), known: enterpriseIDs))
        }
        return findings
    }

    /// What of the content is not public: texts, and the photos beside them.
    private static func withheldFiles(_ visible: VisibleContent, all: SiteContent) -> [String: Site.Withheld] {
        guard !visible.withheld.isEmpty else { return [:] }
        var files = Dictionary(visible.withheld.map { ($0.path.text, $0) }, uniquingKeysWith: { first, _ in first })
        let shown = Set(visible.attachments.map(\.path))
        for path in all.attachments.keys where !shown.contains(path) {
            files[path.text] = files[path.folder + "/index.md"]
        }
        return files
    }

    private static func suggestionHelp(_ suggestion: String?) -> LocalizedText? {
        suggestion.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") }
    }

    private static func missingFile(
        _ reference: Located<FileReference>, from path: SitePath, paths: RelativePaths
    ) -> Diagnostic {
        if let hidden = reference.value.text.split(separator: "/").first(where: {
            $0 != "." && $0 != ".." && Workspace.isHidden(String($0))
        }) {
            return Diagnostic(
                .fileMissing, at: reference.range,
                message: LocalizedText(
                    zh: "文件“\(reference.value)”不会发布：“\(hidden)”是隐藏文件或临时文件的名称。",
                    en:
                        "The file “\(reference.value)” is not published: “\(hidden)” is a name of hidden or temporary files."
                ),
                help: LocalizedText(
                    zh: "请给文件另起名称：不以“.”“~$”开头，也不以“~”“.bak”“.tmp”结尾。",
                    en:
                        "Give it another name, without “.” or “~$” at its beginning and “~”, “.bak” or “.tmp” at its end."
                ))
        }
        // Somebody who knows addresses may have encoded a name, which is a path here.
        let decoded = PercentEncoding.decoded(reference.value.text)
        let isThere = path.resolving(decoded).map(paths.contains) ?? false
        let suggestion = isThere ? decoded : paths.suggestion(for: reference.value.text, from: path)
        return Diagnostic(
            .fileMissing, at: reference.range,
            message: LocalizedText(
                zh: "找不到文件“\(reference.value)”。", en: "There is no file “\(reference.value)”."),
            help: suggestionHelp(suggestion)
                ?? LocalizedText(
                    zh: "路径从本文件所在的文件夹 \(path.folder)/ 算起。",
                    en: "The path starts from this file's folder \(path.folder)/."),
            replacement: suggestion.map { WrittenValue.text($0, at: reference.range) })
    }

    /// A team that a correction is about and that its list does not have: one that its text names is shown and never
    /// proposed. Ids that are alike are other teams'.
    private static func unknownTeam(
        _ id: Located<String>, of correction: EditionEntry.Correction, in edition: EditionEntry
    ) -> Diagnostic {
        let text = ComparableName.key(correction.text.value)
        let row = edition.roster.first { text.contains(ComparableName.key($0.team.value)) }
        return Diagnostic(
            .danglingReference, at: id.range,
            message: LocalizedText(
                zh: "\(edition.year.value) 年度的名单中没有编号“\(id.value)”。",
                en: "The roster of \(edition.year.value) has no id “\(id.value)”."),
            help: LocalizedText(
                zh: (row.map { "是 \($0.id.value)“\($0.team.value)”吗？" } ?? "")
                    + "名单里已经删去的班组，不写编号，在说明中写出它的编号和名称。",
                en: (row.map { "Is it \($0.id.value), “\($0.team.value)”? " } ?? "")
                    + "For a team that was removed from the list, leave the id out and name it in the text."))
    }

    private static func unknownEdition(_ edition: Located<Int>, known: Set<Int>) -> Diagnostic {
        let years = known.sorted().map(String.init).joined(separator: ", ")
        return Diagnostic(
            .danglingReference, at: edition.range,
            message: LocalizedText(
                zh: "没有 \(edition.value) 年度（content/awards/\(edition.value)/index.md）。",
                en: "There is no edition \(edition.value) (content/awards/\(edition.value)/index.md)."),
            help: known.isEmpty
                ? LocalizedText(zh: "站点里还没有任何年度。", en: "There is no edition yet.")
                : LocalizedText(zh: "现有年度：\(years)。", en: "The editions are: \(years)."))
    }

    private static func unknownEnterprise(_ id: Located<String>, known: [String]) -> Diagnostic {
        let suggestion = NearestName.suggestion(for: id.value, among: known)
        return Diagnostic(
            .danglingReference, at: id.range,
            message: LocalizedText(
                zh: "enterprises.yaml 中没有编号“\(id.value)”。", en: "enterprises.yaml has no id “\(id.value)”."),
            help: suggestionHelp(suggestion), replacement: suggestion)
    }

    /// The paths of everything in the content that a reference may mean.
    private static func contentPaths(of content: SiteContent) -> RelativePaths {
        return RelativePaths(
            content.attachments.keys.map(\.text) + content.documents.all.flatMap { $0.madeFiles.map(\.path.text) }
                + content.allPages.map(\.path.text) + content.unusable.paths)
    }
}

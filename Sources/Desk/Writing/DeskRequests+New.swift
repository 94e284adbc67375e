import Content
import Diagnostics
import FileSystem
import Preview
import Scaffolding
import Text
import Values

extension DeskRequests {
    /// Begins a text of a kind, of which the person says no more than the title.
    func begun(_ message: JSONValue, _ site: DeskSite) throws -> JSONValue {
        guard let name = message["kind"]?.string, let kind = DeskKind(rawValue: name) else {
            throw DeskRefusal.malformed
        }
        guard let content = site.snapshot?.content else {
            throw DeskRefusal(
                .busy, zh: "站点设置有错误，先改好 site.config 再新建。",
                en: "The site's settings have errors: mend site.config first.")
        }
        let title = (message["title"]?.string ?? "").trimmingSpaces
        let scaffold = Scaffold(language: site.language, today: session.options.today)
        let files: [Scaffold.File]
        switch kind {
        case .edition:
            guard let year = message["year"]?.integer, (1900...2199).contains(year) else { throw Self.noYear }
            let older = content.editions.filter { $0.year.value < year }.max { $0.year.value < $1.year.value }
            files = scaffold.edition(year: year, honor: content.configuration.honorName, like: older)
        case .writeUp:
            guard let year = message["year"]?.integer, (1900...2199).contains(year) else { throw Self.noYear }
            guard let id = message["id"]?.string.flatMap({ TeamID($0) }) else {
                throw DeskRefusal(.invalid, zh: "请选择班组。", en: "Choose the team.")
            }
            let row = content.editions.first { $0.year.value == year }?.roster.first { $0.id.value == id }
            files = [
                scaffold.writeUp(
                    year: year, id: id.text, title: title.isEmpty ? row?.team.value ?? id.text : title, hasFolder: true)
            ]
            guard !stands("content/awards/\(year)/\(id).md") else { throw taken(proposal: nil) }
        case .document(let kind):
            guard !title.isEmpty else { throw DeskRefusal(.invalid, zh: "请写标题。", en: "Write a title.") }
            let id = try id(of: message, kind, title: title)
            files =
                kind == .form
                ? scaffold.form(slug: id, title: title) : [scaffold.document(kind, slug: id, title: title)]
        }
        guard let first = files.first else { throw DeskRefusal.malformed }
        // An import may have made the roster of a year already.
        let made = files.filter { !($0.path.hasSuffix("/roster.csv") && stands($0.path)) }
        guard !stands(first.path) else { throw taken(proposal: nil) }
        let sentence = LocalizedText(
            zh: "新建\(kind.label.zh)“\(title.isEmpty ? first.path : title)”",
            en: "Began the \(kind.label.en) “\(title.isEmpty ? first.path : title)”")
        _ = try writer.write(sentence) { _ in made.map { Replacement($0.path, $0.bytes, over: .absent) } }
        session.refresh()
        return .object([.init("path", .string(first.path))])
    }

    private static let noYear = DeskRefusal(.invalid, zh: "请写年份，如 2026。", en: "Write a year, such as 2026.")

    /// The part of the address: what the person says, or the title in pinyin with a number where it is taken.
    private func id(of message: JSONValue, _ kind: DocumentKind, title: String) throws -> String {
        let proposal = AddressName.free(of: title, for: kind) { stands($0) }
        guard let id = message["id"]?.string, !id.isEmpty else { return proposal }
        guard Slug.isValid(id) else {
            throw DeskRefusal(
                .invalid, zh: "网址里的名称只能用小写字母、数字和连字符。",
                en: "The name in the address has small letters, digits and hyphens.",
                members: [.init("id", .string(proposal))])
        }
        guard !AddressName.paths(of: id, kind).contains(where: stands) else { throw taken(proposal: proposal) }
        return id
    }

    private func taken(proposal: String?) -> DeskRefusal {
        DeskRefusal(
            .invalid, zh: "这个名称已经有了。", en: "There is one of this name already.",
            members: proposal.map { [.init("id", .string($0))] } ?? [])
    }

    private func stands(_ path: String) -> Bool { workspace.look(path) != nil || workspace.isFolder(path) }
}

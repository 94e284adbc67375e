import Content
import Diagnostics
import Editing
import Fields
import FileSystem
import Preview
import Text
import Values

extension DeskRequests {
    /// Takes the mark of a draft off texts, all of them as one change. What cannot be taken off is said of each.
    func published(_ message: JSONValue, _ site: DeskSite) throws -> JSONValue {
        let paths = (message["paths"]?.elements ?? []).compactMap(\.string)
        let digests = (message["digests"]?.elements ?? []).compactMap(\.string)
        guard !paths.isEmpty, paths.count == digests.count, Set(paths).count == paths.count else {
            throw DeskRefusal.malformed
        }
        var results: [JSONValue] = []
        var changes: [(text: DeskText, bytes: [UInt8])] = []
        for (path, digest) in zip(paths, digests) {
            do throws(DeskRefusal) {
                changes.append(try withoutDraft(path, digest, site))
                results.append(.object([.init("path", .string(path)), .init("isDone", .bool(true))]))
            } catch {
                results.append(
                    .object([
                        .init("path", .string(path)), .init("isDone", .bool(false)),
                        .init("message", .string(error.message[site.words])),
                    ]))
            }
        }
        var members: [JSONValue.Member] = [.init("results", .array(results))]
        guard !changes.isEmpty else { return .object(members + [.init("change", .null)]) }
        let titles = changes.prefix(3).map { change in
            "“\(site.snapshot?.content.page(at: change.text.path.text)?.title.value ?? change.text.path.text)”"
        }
        let more = changes.count > titles.count
        let sentence = LocalizedText(
            zh: "发布\(titles.joined(separator: "、"))\(more ? "等 \(changes.count) 篇" : "")",
            en: "Published \(titles.joined(separator: ", "))\(more ? " and others, \(changes.count) in all" : "")")
        let outcome = try writer.write(sentence) { _ in
            changes.map { Replacement($0.text.path.text, $0.bytes, over: FileVersion($0.text.bytes)) }
        }
        session.refresh()
        members += outcome.json(site.words)
        return .object(members)
    }

    private func withoutDraft(_ path: String, _ digest: String, _ site: DeskSite) throws(DeskRefusal) -> (
        text: DeskText, bytes: [UInt8]
    ) {
        let text: DeskText
        do { text = try opened(path, site) } catch { throw error as? DeskRefusal ?? .noFile(path) }
        guard text.digest == digest else {
            throw DeskRefusal(
                .conflict, zh: "这个文件刚才被改过，请重新打开。", en: "This file was changed just now: open it again.")
        }
        guard site.snapshot?.content.page(at: path)?.draft != nil else {
            throw DeskRefusal(
                .invalid, zh: "这里没有“草稿”一项，没有改动；年度的状态在“状态”里改。",
                en: "It has no mark of a draft, and nothing was changed; the state of a year is changed in its field.")
        }
        let errors = site.state.report.entries.count {
            $0.diagnostic.path == path && $0.diagnostic.severity == .error
        }
        guard errors == 0 else {
            throw DeskRefusal(.invalid, zh: "还有 \(errors) 处错误要改。", en: "\(errors) errors are to be mended first.")
        }
        guard let document = text.document else {
            throw DeskRefusal(.invalid, text.refusal?.message ?? DeskRefusal.malformed.message)
        }
        do throws(EditRefusal) {
            let field = CommonFields.draft.schema.english
            return (text, try document.applying([.clear([.field(field)])]).bytes)
        } catch {
            throw DeskRefusal(.invalid, error.message)
        }
    }
}

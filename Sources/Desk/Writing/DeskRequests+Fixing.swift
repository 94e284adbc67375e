import Content
import Diagnostics
import Editing
import FileSystem
import Pipeline
import Preview
import Text
import Values

extension DeskRequests {
    /// Carries out the remedy of a finding, in whatever file it belongs.
    func fixed(_ message: JSONValue, _ site: DeskSite) throws -> JSONValue {
        guard let path = message["path"]?.string, let digest = message["digest"]?.string,
            let rule = message["finding"]?["rule"]?.string
        else { throw DeskRefusal.malformed }
        let text = try opened(path, site)
        guard text.digest == digest else { throw conflict(text, theirs: text, mine: text.bytes, site) }
        let start = message["finding"]?["start"]?.integer
        let findings = FindingDescription(of: text, site)
        let entry = site.state.report.entries.first { entry in
            entry.diagnostic.range?.file.path == path && entry.diagnostic.rule.name == rule
                && (start == nil || findings.start(of: entry) == start)
        }
        guard let finding = entry?.diagnostic else {
            throw DeskRefusal(.conflict, zh: "这个问题已经没有了。", en: "This finding is there no more.")
        }
        let (changed, sentence) = try remedied(finding, in: text, site)
        let outcome = try writer.write(sentence) { _ in
            let now = changed.path.read(from: workspace, limit: DeskText.maximumByteCount + 1)
            guard now.map({ DeskText.digest(of: $0) }) ?? DeskText.absent == changed.base else {
                throw DeskRefusal(
                    .conflict, zh: "这个文件刚才被改过，请再试一次。", en: "This file was changed just now: try again.")
            }
            return [Replacement(changed.path.text, changed.bytes, over: FileVersion(now))]
        }
        return try written(opened(path, site), outcome, site)
    }

    /// A file as it is to be written.
    private struct Change {
        let path: DeskPath
        /// The digest of what stands there.
        let base: String
        let bytes: [UInt8]
    }

    private func remedied(_ finding: Diagnostic, in text: DeskText, _ site: DeskSite) throws -> (
        Change, LocalizedText
    ) {
        do {
            if let table = try? DeskTable(text, site.language), let range = finding.range,
                let cell = table.cell(at: range),
                let missing = MissingAssociation(finding, in: table, cell)
            {
                let list = try opened(MissingAssociation.path, site)
                guard case .records(let records) = try DeskTable(list, site.language) else {
                    throw DeskRefusal.malformed
                }
                let bytes = try missing.added(to: records).document.bytes
                return (Change(path: list.path, base: list.digest, bytes: bytes), missing.label)
            }
            guard let stored = text.stored, let proposal = SafeFixes.proposal(of: finding),
                finding.range?.file.bytes.count == stored.text.count
            else {
                throw DeskRefusal(.invalid, zh: "这个问题要人来改。", en: "A person has to mend this finding.")
            }
            var bytes = stored.text
            bytes.replaceSubrange(proposal.place, with: Array(proposal.text.utf8))
            let whole = TextPlaces(bytes).text
            let sentence = LocalizedText(
                zh: "改正“\(text.path.text)”：\(finding.message.zh)",
                en: "Mended \(text.path.text): \(finding.message.en)")
            return (
                Change(path: text.path, base: text.digest, bytes: try stored.replacingText(with: whole).bytes), sentence
            )
        } catch let refusal as EditRefusal {
            throw DeskRefusal(.invalid, refusal.message)
        } catch let missing as MissingCharacter {
            throw DeskRefusal(missing)
        }
    }
}

import Checking
import Content
import Diagnostics
import FileSystem
import Foundation
import Pipeline
import SiteModel

/// What a build does about the ledger of what was published.
package enum LedgerKeeping: Sendable {
    case never
    /// The site is published all the same where the file cannot be written, which is told.
    case usual
    /// A person asked for it: a file that cannot be written is an error.
    case demanded
}

/// The ledger of what was published, inside the site: kept by every build that publishes the site as it is.
enum LedgerFile {
    /// - Parameter report: told where the file cannot be written.
    static func write(
        _ site: Site, source: String, _ keeping: LedgerKeeping, report: (LocalizedText) -> Void
    ) throws {
        // A site that shows itself as of an earlier day may lack what came later.
        guard keeping != .never, keeping == .demanded || site.configuration.asOf == nil else { return }
        let files = Workspace.disk(root: source)
        let earlier = SiteSource.ledger(in: files)
        if let damage = earlier?.damage {
            // A site of another day is not compared with it; what it holds is not to be lost all the same.
            report(
                LocalizedText(
                    zh: "\(damage.message.zh)没有覆盖它。", en: "\(damage.message.en) It was not written over."))
            if keeping == .demanded { throw CommandFailure.ended(code: 73) }
            return
        }
        let text = Array(URLLedger.text(of: site, after: earlier).utf8)
        do {
            if files.read(URLLedger.path, text.count + 1) != text {
                try SiteFolder(source).overwrite(URLLedger.path, text)
            }
            let earlierPath = source + "/" + URLLedger.earlierPath
            // It was read up to now, and has nothing more to say.
            if access(earlierPath, F_OK) == 0 { try FileManager.default.removeItem(atPath: earlierPath) }
        } catch {
            let reason = (error as? WritingError)?.message ?? LocalizedText(same: error.localizedDescription)
            report(
                LocalizedText(
                    zh: "\(reason.zh)\(URLLedger.path) 没有写成：以后网址消失、名单改动时，生成不会提醒。",
                    en:
                        "\(reason.en) \(URLLedger.path) was not written: later builds cannot tell addresses that vanish and lists that change."
                ))
            if keeping == .demanded { throw CommandFailure.ended(code: 73) }
        }
    }
}

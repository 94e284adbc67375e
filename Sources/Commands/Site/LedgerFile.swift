import Checking
import ContentWriting
import Diagnostics
import Foundation
import SiteModel

/// The file of `build --record`, inside the site.
enum LedgerFile {
    static func write(_ site: Site, source: String, words: MessageLanguage, in context: CommandContext) throws {
        do {
            try SiteFolder(source).overwrite(URLLedger.path, Array(URLLedger.text(of: site).utf8))
            let earlier = source + "/" + URLLedger.earlierPath
            // It was read up to now, and has nothing more to say.
            if access(earlier, F_OK) == 0 { try FileManager.default.removeItem(atPath: earlier) }
        } catch let error as WritingError {
            throw context.failure(error.message, code: 73, words: words)
        } catch {
            let reason = "\(error.localizedDescription)"
            throw context.failure(
                LocalizedText(
                    zh: "\(URLLedger.earlierPath)：无法删除（\(reason)）。",
                    en: "\(URLLedger.earlierPath) cannot be removed (\(reason))."), code: 73, words: words)
        }
    }
}

import ArgumentParser
import Checking
import Foundation
import SiteModel

/// The file of `build --record`, inside the site.
enum LedgerFile {
    static func write(_ site: Site, source: String) throws {
        let path = source + "/" + URLLedger.path
        do {
            try URLLedger.text(of: site).write(toFile: path, atomically: true, encoding: .utf8)
            let earlier = source + "/" + URLLedger.earlierPath
            // It was read up to now, and has nothing more to say.
            if access(earlier, F_OK) == 0 { try FileManager.default.removeItem(atPath: earlier) }
        } catch {
            StandardError.write("showcase: \(path): cannot be written. 无法写入。\n")
            throw ExitCode(73)
        }
    }
}

import ArgumentParser
import Diagnostics
import Foundation

/// The file of `check --baseline`.
struct BaselineFile {
    let path: String
    /// Whether the file is to be written with what is found now.
    let isUpdated: Bool

    /// The findings that are not in the file.
    ///
    /// - Parameter isChecked: whether the rule of a name was looked at.
    func apply(to report: DiagnosticReport, isChecked: (String) -> Bool) throws -> Baseline.Comparison {
        if isUpdated {
            do {
                try Baseline.text(of: report).write(toFile: path, atomically: true, encoding: .utf8)
            } catch {
                StandardError.write("showcase: \(path): cannot be written. 无法写入。\n")
                throw ExitCode(73)
            }
        }
        let bytes: [UInt8]
        do {
            bytes = try InputFile.read(path, limit: .max)
        } catch InputFile.Problem.absent {
            throw ValidationError(
                "There is no baseline “\(path)”; make it with --update-baseline. 没有这个基线文件，请加 --update-baseline 生成。")
        } catch {
            let message = error.message(path)
            throw ValidationError("\(message.en) \(message.zh)")
        }
        return Baseline(String(decoding: bytes, as: UTF8.self)).comparison(with: report, isChecked: isChecked)
    }
}

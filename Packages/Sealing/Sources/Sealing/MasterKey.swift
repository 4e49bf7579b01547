// SPDX-License-Identifier: EUPL-1.2

import Crypto
public import Foundation
public import Inburgering

/// One version of a gemeente's key as a key file holds it.
public enum MasterKey: Hashable, Sendable {
    /// 32 random bytes from which every purpose is derived. It opens at once and seals from an instant on (nil: always),
    /// so that every process has read it before anything is sealed under it.
    case full(Data, vanaf: Tijdstip?)
    /// What is left of a version that was taken away: the derived key of the audit chain, 32 bytes. It opens nothing.
    case auditOnly(Data)

    func seals(at now: Date) -> Bool {
        guard case .full(_, let vanaf) = self else { return false }
        return vanaf.map { Double($0.milliseconden) / 1000 <= now.timeIntervalSince1970 } ?? true
    }

    var isFull: Bool { if case .full = self { true } else { false } }

    var bytes: Data {
        switch self {
        case .full(let bytes, _), .auditOnly(let bytes): bytes
        }
    }

    /// The keys of each purpose.
    func derived(_ gemeente: Gemeentecode) -> [Purpose: SymmetricKey] {
        switch self {
        case .auditOnly(let bytes): return [.audit: SymmetricKey(data: bytes)]
        case .full(let master, _):
            var keys: [Purpose: SymmetricKey] = [:]
            for purpose in Purpose.allCases {
                keys[purpose] = HKDF<SHA256>.deriveKey(
                    inputKeyMaterial: SymmetricKey(data: master),
                    salt: Array("regie-v1".utf8),
                    info: Array("\(purpose.rawValue)|\(gemeente)".utf8),
                    outputByteCount: 32
                )
            }
            return keys
        }
    }

    /// What stays of this version when it is taken away.
    func retired(_ gemeente: Gemeentecode) -> MasterKey {
        guard isFull, let audit = derived(gemeente)[.audit] else { return self }
        return .auditOnly(audit.withUnsafeBytes { Data($0) })
    }
}

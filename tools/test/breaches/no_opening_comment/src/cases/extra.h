#pragma once

inline int unexplained() { return 4; }

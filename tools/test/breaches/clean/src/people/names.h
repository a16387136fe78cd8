#pragma once

// A second door, because the README names it.
